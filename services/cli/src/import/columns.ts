import { invalidFile } from './problems.ts'
import type { Values } from './rows.ts'

/** What an importer wants to know of a comment. */
export const FIELDS = [
  'id',
  'text',
  'publishedAt',
  'author',
  'authorId',
  'post',
  'postTitle',
  'root',
  'parent',
  'likes',
  'replies',
  'place',
  'link',
  'ours'
] as const
export type Field = (typeof FIELDS)[number]
export type Fields = Partial<Record<Field, string>>

/** Which column of the file holds which field, as the person says. */
export type Mapping = Partial<Record<Field, string>>

/** Names by which exports call the fields, the likeliest first. */
const ALIASES: Record<Field, readonly string[]> = {
  id: ['id', 'comment id', 'cid', 'mid', '评论id', '留言id', '评论编号', '留言编号', '编号'],
  text: ['text', 'content', 'comment', 'body', '内容', '评论', '评论内容', '留言', '留言内容', '正文'],
  publishedAt: [
    'published at',
    'time',
    'date',
    'created at',
    'create time',
    'created',
    'datetime',
    'timestamp',
    '发布时间',
    '时间',
    '评论时间',
    '留言时间',
    '发表时间',
    '创建时间',
    '日期'
  ],
  author: [
    'author',
    'author.name',
    'user',
    'user.screen_name',
    'user.name',
    'nickname',
    'nick name',
    'screen name',
    'user name',
    'author name',
    '昵称',
    '用户',
    '用户名',
    '用户昵称',
    '作者',
    '网友',
    '评论者'
  ],
  authorId: ['author id', 'author.id', 'user id', 'user.id', 'uid', 'openid', '用户id', '作者id', '网友id'],
  post: [
    'post',
    'post id',
    'article',
    'article id',
    'aweme id',
    'photo id',
    '帖子',
    '帖子id',
    '文章',
    '文章id',
    '微博id',
    '作品id'
  ],
  postTitle: ['post title', 'article title', 'title', '帖子标题', '文章标题', '标题'],
  root: ['root', 'root id', 'thread', 'thread id', '根评论', '根评论id', '主评论id'],
  parent: ['parent', 'parent id', 'reply to', 'reply id', '父评论', '父评论id', '回复对象id'],
  likes: ['likes', 'like count', 'like counts', 'digg count', '点赞', '点赞数', '赞'],
  replies: ['replies', 'reply count', 'comment count', '回复数', '回复'],
  place: ['place', 'region', 'ip location', 'location', 'ip属地', '属地', '地区'],
  link: ['link', 'url', '链接'],
  ours: ['ours', 'is author', '官方回复', '是否官方']
}

const plain = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '')

/** `--map text=内容 --map publishedAt=时间`. Throws INVALID_REQUEST for what is no field. */
export function mappingOf(pairs: readonly string[]): Mapping {
  const mapping: Mapping = {}
  for (const pair of pairs) {
    const [field = '', ...column] = pair.split('=')
    if (!isField(field) || column.length === 0)
      throw invalidFile(`--map takes FIELD=COLUMN, not "${pair}"; the fields are ${FIELDS.join(', ')}`)
    mapping[field] = column.join('=').trim()
  }
  return mapping
}

const isField = (name: string): name is Field => (FIELDS as readonly string[]).includes(name)

/** Which of the columns holds each field: as the person says, else by the first name that is known. */
export function columnsOf(columns: readonly string[], mapping: Mapping): Mapping {
  const byName = new Map(columns.map(column => [plain(column), column]))
  const claimed = new Set(Object.values(mapping))
  const found: Mapping = {}
  for (const field of FIELDS) {
    const names = ALIASES[field].flatMap(name => byName.get(plain(name)) ?? [])
    const column = mapping[field] ?? names.find(name => !claimed.has(name))
    if (column !== undefined) found[field] = column
  }
  return found
}

/** Reads rows of one file: the columns may differ from line to line, as they do in JSONL. */
export function fieldReader(mapping: Mapping): (values: Values) => Fields {
  const known = new Map<string, [Field, string][]>()
  return values => {
    const names = Object.keys(values)
    const signature = names.join('\n')
    const pairs = known.get(signature) ?? (Object.entries(columnsOf(names, mapping)) as [Field, string][])
    if (known.size < 1000) known.set(signature, pairs)
    const fields: Fields = {}
    for (const [field, column] of pairs) {
      const value = values[column]?.trim()
      if (value) fields[field] = value
    }
    return fields
  }
}

/** Throws INVALID_REQUEST when a heading names no text or no time, or not what the person says it names. */
export function checkHeading(file: string, columns: readonly string[], mapping: Mapping): void {
  const there = `its columns are ${columns.join(', ')}`
  const missing = Object.values(mapping).find(column => !columns.includes(column))
  if (missing !== undefined) throw invalidFile(`${file} has no column "${missing}"; ${there}`)
  const found = columnsOf(columns, mapping)
  for (const [field, what] of [
    ['text', 'text'],
    ['publishedAt', 'time']
  ] as const) {
    if (found[field] === undefined)
      throw invalidFile(
        `${file} has no column for the ${what} of a comment; ${there}; say which with --map ${field}=COLUMN`
      )
  }
}
