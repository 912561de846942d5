/** Where a citizen wrote to the account itself and under no post: the thread's root is then the citizen. */
export const PRIVATE = 'private'
