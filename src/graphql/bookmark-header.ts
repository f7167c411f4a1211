/**
 * Name of the header that carries what a client wrote: an answer to a mutation has it, and a request that sends it on sees
 * that write, whichever process and whichever member of a cluster answers.
 */
export const BOOKMARK_HEADER = "X-Demarche-Bookmark";
