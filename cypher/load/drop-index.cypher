// Drops an index that is to be made anew in another form.
// Parameters: name (STRING).
DROP INDEX $name IF EXISTS
