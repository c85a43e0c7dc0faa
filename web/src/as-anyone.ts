/** What a worker's address says when its page is held as anyone sees it: the name of who is signed in stays out of it. */
export const AS_ANYONE = "?as-anyone";
