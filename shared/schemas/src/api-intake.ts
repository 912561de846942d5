import { type Static, Type } from 'typebox'
import { Instant, PlatformName } from './names.ts'
import { Post } from './post.ts'

const NativeId = Type.String({ minLength: 1, maxLength: 500 })
/** No script gets into a page by it. */
const Link = Type.String({ maxLength: 2000, pattern: '^https?://' })
const Writer = Type.Object(
  { id: Type.Optional(NativeId), name: Type.Optional(Type.String({ maxLength: 200 })) },
  { additionalProperties: false }
)

/** How many comments one signed request may hold. */
export const INTAKE_LIMIT = 500

/** A comment as another program sends it, in that platform's own ids. */
export const IntakeComment = Type.Object(
  {
    id: NativeId,
    post: NativeId,
    postTitle: Type.Optional(Type.String({ maxLength: 500 })),
    link: Type.Optional(Link),
    /** The comment that it answers. */
    parent: Type.Optional(NativeId),
    /** The thread's first comment; needed where an answer is answered, else `parent` or the comment itself. */
    root: Type.Optional(NativeId),
    /** An author with the id of the account is the office itself. */
    author: Type.Optional(Writer),
    text: Type.String({ maxLength: 200_000 }),
    publishedAt: Instant,
    likes: Type.Optional(Type.Integer({ minimum: 0 })),
    deleted: Type.Optional(Type.Boolean())
  },
  { additionalProperties: false }
)
export type IntakeComment = Static<typeof IntakeComment>

/** Each comment is judged on its own: only the list itself is here. */
export const IntakeBody = Type.Object(
  { comments: Type.Array(IntakeComment, { minItems: 1, maxItems: INTAKE_LIMIT }) },
  { additionalProperties: false }
)

export const IntakeTaken = Type.Object({
  taken: Type.Integer(),
  refused: Type.Array(Type.Object({ index: Type.Integer(), reason: Type.String() }))
})
export type IntakeTaken = Static<typeof IntakeTaken>

/** A screenshot may have so many bytes. */
export const SCREENSHOT_LIMIT = 2 * 1024 * 1024

/** A comment that a person adds, where no interface gives it to us. */
export const HandComment = Type.Object(
  {
    platform: PlatformName,
    account: Type.String({ minLength: 1, maxLength: 200 }),
    /** Where it stands. */
    link: Link,
    /** The platform's own id of the post, where it is known. */
    post: Type.Optional(NativeId),
    postTitle: Type.Optional(Type.String({ maxLength: 500 })),
    text: Type.String({ minLength: 1, maxLength: 20_000 }),
    author: Type.Optional(Writer),
    publishedAt: Instant,
    screenshot: Type.Optional(
      Type.String({ maxLength: 2_800_000, description: 'PNG, JPEG or WebP as base64, at most 2 MB' })
    )
  },
  { additionalProperties: false }
)
export type HandComment = Static<typeof HandComment>

export const HandTaken = Type.Object({ id: Type.String(), key: Type.String(), screenshot: Type.Boolean() })

/** A post that a person names: by the platform's id, or by its address alone. */
export const HandPost = Type.Object(
  {
    platform: PlatformName,
    account: Type.String({ minLength: 1, maxLength: 200 }),
    /** On WeChat msg_data_id, with `_` and the place among several, from 0. */
    post: Type.Optional(NativeId),
    link: Type.Optional(Link),
    title: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })),
    publishedAt: Type.Optional(Instant)
  },
  { additionalProperties: false }
)
export type HandPost = Static<typeof HandPost>

export const PostRow = Type.Object({
  ...Type.Omit(Post, ['collected']).properties,
  accountName: Type.String(),
  /** Citizens' comments that we hold and that stand. */
  held: Type.Integer({ minimum: 0 }),
  /** How many more the platform counts. Absent: it does not tell. */
  gap: Type.Optional(Type.Integer({ minimum: 0 }))
})
export type PostRow = Static<typeof PostRow>

export const PostRows = Type.Object({
  rows: Type.Array(PostRow),
  total: Type.Integer(),
  after: Type.Optional(Type.String()),
  now: Instant
})
