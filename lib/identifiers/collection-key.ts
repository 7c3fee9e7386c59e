/** A collection's key: random, because anyone with the address can see an unlisted collection. */
export const COLLECTION_KEY = /^[a-z2-9]{16}$/;
