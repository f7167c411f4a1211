CREATE path = (:Thing {name: 'a'})-[:LEADS_TO {why: 'b'}]->(:Thing {name: 'c'}) RETURN path, nodes(path)[0] AS node, relationships(path)[0] AS relationship
