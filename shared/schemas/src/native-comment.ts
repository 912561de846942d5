import type { Author } from './comment.ts'

/** A comment in the platform's own ids, before it has an id in the house. */
export interface NativeComment {
  post: string
  root: string
  comment: string
  parent?: string
  author: Author
  ours: boolean
  text: string
  publishedAt: number
  likes?: number
  replies?: number
  place?: string
  link?: string
  postTitle?: string
}
