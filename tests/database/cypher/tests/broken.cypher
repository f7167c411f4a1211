MATCH (secret:Name RETURN secret
