UNWIND range(1, $last) AS number RETURN number, 'a text of some length for number ' + number AS text
