import type { PackTable } from '@huiyin/domain/archives/table.ts'
import type { Cell } from '@huiyin/domain/csv.ts'
import { accountId } from '@huiyin/domain/ids.ts'
import type { Pack } from '@huiyin/schemas/archive.ts'
import type { StoredComment } from '@huiyin/schemas/comment.ts'
import type { Reply, Ticket } from '@huiyin/schemas/ticket.ts'
import { walkPage } from '../ticket-walk.ts'
import { isWithin, masked, type Recipe, type Source, type SourcePorts, timeOf } from './source.ts'

const KINDS = { holding: '收悉告知', interim: '阶段答复', final: '正式答复' } as const

/** States in which a reply stood in public. */
const PUBLIC: ReadonlySet<string> = new Set(['sent', 'confirmed', 'replaced'])
const STATES: Record<string, string> = { sent: '已发出', confirmed: '已确认', replaced: '已由新答复替换' }

export const REPLIES: PackTable = {
  name: 'replies',
  title: '回复办理记录',
  note: '本期公开发出的答复：经本系统发出并由平台接收的，以及人工发布并经第二人核实的。发出时间以平台接收时间为准；回读确认是再次从平台读到该答复的时间。',
  columns: [
    { title: '平台', as: 'filter' },
    { title: '账号', as: 'filter' },
    { title: '工单编号' },
    { title: '发布内容', as: 'long' },
    { title: '网友诉求（摘要）', as: 'long' },
    { title: '答复类别', as: 'filter' },
    { title: '答复内容', as: 'long' },
    { title: '撰写' },
    { title: '审核' },
    { title: '批准' },
    { title: '发出时间' },
    { title: '回读确认时间' },
    { title: '状态', as: 'filter' },
    { title: '人工发布凭据', as: 'long' }
  ]
}

const OWN: PackTable = {
  name: 'own-comments',
  title: '平台回读记录',
  note: '本期从各平台读到的、由本单位账号发表的全部评论，不论是否经本系统发出。',
  columns: [
    { title: '平台', as: 'filter' },
    { title: '账号', as: 'filter' },
    { title: '发布内容', as: 'long' },
    { title: '内容', as: 'long' },
    { title: '发表时间' },
    { title: '首次读到' },
    { title: '状态', as: 'filter' },
    { title: '链接', as: 'long' }
  ]
}

/** When a reply was taken by its platform, or posted by hand; undefined while it does not stand in public. */
export const repliedAt = ({ state, acceptedAt, attested, sentAt }: Reply): number | undefined =>
  PUBLIC.has(state) ? (acceptedAt ?? attested?.postedAt ?? sentAt) : undefined

export function replyCells({ nameOf }: Pick<SourcePorts, 'nameOf'>, ticket: Ticket, reply: Reply): Cell[] {
  const { platform, account, number, postTitle, turns } = ticket
  const asked = turns.find(({ comment }) => comment === reply.to.comment)?.excerpt
  return [
    platform,
    nameOf({ platform, id: account }),
    number,
    masked(postTitle),
    masked(asked),
    KINDS[reply.kind],
    masked(reply.text),
    reply.author.name,
    reply.reviewedBy?.name ?? reply.attested?.confirmedBy?.name,
    reply.approvedBy?.name,
    timeOf(repliedAt(reply)),
    timeOf(reply.confirmedAt),
    STATES[reply.state] ?? reply.state,
    masked(reply.attested?.evidence)
  ]
}

export function repliesRecipe(ports: SourcePorts): Recipe {
  const { tickets, comments, nameOf } = ports

  const fromTickets: Source = async (pack, from) => {
    const { tickets: found, after, done } = await walkPage(tickets, pack.to, from)
    const rows = found.flatMap(ticket =>
      ticket.replies.filter(one => isWithin(pack, repliedAt(one))).map(one => replyCells(ports, ticket, one))
    )
    return { rows: { [REPLIES.name]: rows }, done, ...(after !== undefined && { after }) }
  }

  const fromComments: Source = async (pack, from) => {
    const page = await comments.search({
      ...{ sort: 'oldest', ours: true, publishedFrom: pack.from, publishedTo: pack.to, atMost: 500 },
      ...(from !== undefined && { after: from })
    })
    const last = page.rows.at(-1)?.publishedAt ?? pack.to
    const done = (last - pack.from) / (pack.to - pack.from)
    const rows = page.rows.filter(({ state }) => state !== 'erased').map(ownCells)
    return { rows: { [OWN.name]: rows }, done, ...(page.after !== undefined && { after: page.after }) }
  }

  const ownCells = (comment: StoredComment): Cell[] => [
    comment.platform,
    nameOf({ platform: comment.platform, id: comment.account }),
    masked(comment.postTitle),
    masked(comment.text),
    timeOf(comment.publishedAt),
    timeOf(comment.firstObservedAt),
    comment.state === 'deleted' ? '已不可见' : '可见',
    comment.link
  ]

  return { tables: [REPLIES, OWN], sources: [fromTickets, fromComments] }
}

/** Whether the pack is about an account; all where it names none. */
export const isOf = ({ accounts }: Pick<Pack, 'accounts'>, of: { platform: string; account: string }): boolean =>
  !accounts || accounts.includes(accountId({ platform: of.platform, id: of.account }))
