import { userInfo } from 'node:os'

/** Who sits at the terminal, by their name on the machine. */
export const who = () => `cli:${userInfo().username}`
