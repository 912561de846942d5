import type { ReportSection, Sentence } from '@huiyin/schemas/report.ts'
import type { Of } from '../material.ts'
import { compared, inBrackets, notEnough } from './compared.ts'

const there = (sentences: readonly (Sentence | undefined)[]) => sentences.filter(sentence => sentence !== undefined)

/** 总体情况. */
export function summary(of: Of): ReportSection {
  const { w } = of
  return {
    code: 'summary',
    title: '总体情况',
    parts: [
      {
        sentences: there([
          w.say`本期发布内容${w.value('posts')}篇${compared(of, 'posts') ?? ''}；收到公众评论${w.value('comments')}条${compared(of, 'comments') ?? ''}。` ??
            w.say`收到公众评论${w.value('comments')}条。`,
          byKey(of, 'label', '按诉求类型分，'),
          byKey(of, 'sentiment', '按情绪分，'),
          byKey(of, 'level', '按风险等级分，'),
          w.say`新增诉求${w.value('cases')}件${compared(of, 'cases') ?? ''}，其中紧急诉求${w.value('urgent')}件；重开诉求${w.value('reopened')}件，办结诉求${w.value('closed')}件。`,
          w.say`应回复${w.value('owed')}件，已回复${w.value('answered')}件，按时回复率${w.value('on-time-rate')}${compared(of, 'on-time-rate') ?? ''}。` ??
            notEnough(of, 'on-time-rate', 'owed'),
          w.say`发现舆情事件${w.value('incidents')}起${compared(of, 'incidents') ?? ''}，办结${w.value('incidents-closed')}起。`
        ])
      }
    ]
  }
}

function byKey(of: Of, by: 'label' | 'sentiment' | 'level', words: string): Sentence | undefined {
  const { w } = of
  const all = w.cite('comments')
  const each = w.keys('comments', by).map(key => {
    const one = w.cite('comments', { by, key })
    const share = inBrackets(of, one, all)
    const count = w.say`${w.name(one)}${w.value('comments', { by, key })}条`
    return count && (share === '' ? count : w.say`${count}，占${share}`)
  })
  const list = semicolons(of, each)
  return list && w.say`${words}${list}。`
}

function semicolons({ w }: Of, each: readonly (Sentence | undefined)[]): Sentence | undefined {
  const parts = each.filter(one => one !== undefined)
  return parts.slice(1).reduce<Sentence | undefined>((all, one) => (all ? w.say`${all}；${one}` : one), parts[0])
}
