CREATE (:Thing {code: $code})
