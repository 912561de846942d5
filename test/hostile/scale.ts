/** How large it is. */
export interface Scale {
  /** At each of the five platforms. */
  accounts: number
  /** Of each account. */
  posts: number
  /** Of citizens, in all. */
  comments: number
  /** Tickets that get a reply. */
  replies: number
  seed: number
  /** In which citizens write. */
  hours: number
  /** In which nobody writes and the house goes on: a deletion is believed after two passes, a quarter of an hour apart. */
  after: number
}

export const FULL: Scale = { accounts: 20, posts: 50, comments: 100_000, replies: 500, seed: 1, hours: 1, after: 2 }
export const SHORT: Scale = { accounts: 2, posts: 5, comments: 1_500, replies: 40, seed: 1, hours: 1, after: 1.5 }
