// Drops a constraint that is to be made anew in another form.
// Parameters: name (STRING).
DROP CONSTRAINT $name IF EXISTS
