import type { CommentRef } from '@huiyin/schemas/comment.ts'
import type { Cite, ReportSection } from '@huiyin/schemas/report.ts'
import type { Of, ReportTopic } from '../material.ts'

export const citesOf = (refs: readonly CommentRef[]): Cite[] =>
  refs.map(({ id, publishedAt }) => ({ comment: id, publishedAt }))

/** 热点话题: what many speak of, with comments that show it. */
export function topics({ w, material }: Of): ReportSection {
  const none = w.say`本期未发现集中的话题${[w.cite('comments')]}。`!
  const parts = material.topics.flatMap((topic: ReportTopic) => {
    const where = { by: 'topic', key: topic.phrase } as const
    const sentence = w.say`“${w.name(w.cite('topic-comments', where))}”相关评论${w.value('topic-comments', where)}条${citesOf(topic.cited)}。`
    return sentence ? [{ sentences: [sentence], comments: topic.cited.map(({ id }) => id) }] : []
  })
  return { code: 'topics', title: '热点话题', parts: parts.length > 0 ? parts : [{ sentences: [none] }] }
}

/** 建议摘编: what citizens suggest and others agree with. */
export function suggestions({ w, material }: Of): ReportSection {
  const where = { by: 'label', key: 'suggestion' } as const
  const none = w.say`本期未收到建议类评论${[w.cite('comments')]}。`!
  const some = w.say`本期收到建议类评论${w.value('comments', where)}条，摘录获赞较多的如下${citesOf(material.suggestions)}。`!
  const any = material.suggestions.length > 0
  return {
    code: 'suggestions',
    title: '市民建议摘编',
    parts: [any ? { sentences: [some], comments: material.suggestions.map(({ id }) => id) } : { sentences: [none] }]
  }
}
