CREATE (thing:Thing {name: $name, on: date($on), at: datetime($at), count: $count, share: toFloat($share)}) RETURN thing
