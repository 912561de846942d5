import type { PackTable } from '@huiyin/domain/archives/table.ts'
import type { Cell } from '@huiyin/domain/csv.ts'
import type { Post } from '@huiyin/schemas/post.ts'
import { isWithin, masked, type Recipe, type Source, type SourcePorts, timeOf } from './source.ts'

const PAGE = 1_000
const POSTS = 'post'

const PUBLICATIONS: PackTable = {
  name: 'publications',
  title: '发布内容',
  note: '本期各账号发布的内容。平台未给出发布时间的，按首次发现的时间归入；阅读、点赞等数为最近一次读取时平台给出的数，平台未给出的为空。',
  columns: [
    { title: '平台', as: 'filter' },
    { title: '账号', as: 'filter' },
    { title: '标题', as: 'long' },
    { title: '发布时间' },
    { title: '首次发现' },
    { title: '阅读' },
    { title: '点赞' },
    { title: '平台评论数' },
    { title: '转发' },
    { title: '已采集评论数' },
    { title: '状态', as: 'filter' },
    { title: '链接', as: 'long' }
  ]
}

export function publicationsRecipe({ records, nameOf }: SourcePorts): Recipe {
  const source: Source = async (pack, from) => {
    const page = await records.list<Post>(POSTS, { atMost: PAGE, ...(from !== undefined && { after: from }) })
    const rows = page.flatMap(({ value }) =>
      isWithin(pack, value.publishedAt ?? value.foundAt) ? [cellsOf(value)] : []
    )
    return { rows: { publications: rows }, ...(page.length === PAGE && { after: page.at(-1)!.id }) }
  }

  const cellsOf = ({ platform, account, title, publishedAt, foundAt, counts, collected, gone, link }: Post): Cell[] => [
    platform,
    nameOf({ platform, id: account }),
    masked(title),
    timeOf(publishedAt),
    timeOf(foundAt),
    counts?.reads,
    counts?.likes,
    counts?.comments,
    counts?.reposts,
    collected?.comments,
    gone ? '已不可见' : '可见',
    link
  ]

  return { tables: [PUBLICATIONS], sources: [source] }
}
