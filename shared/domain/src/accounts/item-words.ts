import type { ItemKind, OperatorItem } from '@huiyin/schemas/operator-item.ts'
import { dayInShanghai } from '../day.ts'

/** What waits for a person, and the one thing to do, as a sentence. */
export interface ItemWords {
  zh: string
  en: string
}

type Facts = OperatorItem['facts']
type Words = (facts: Facts, code: string) => ItemWords

const day = (value: Facts[string] | undefined) => (typeof value === 'number' ? dayInShanghai(value) : '')
const since = (facts: Facts, zh: (day: string) => string, en: (day: string) => string, name: string): ItemWords => {
  const on = day(facts[name])
  return { zh: on && zh(on), en: on && en(on) }
}

const WORDS: Record<ItemKind, Words> = {
  'account.authorise': (_, code) => ({
    zh: `授权已失效${code}，请重新授权后更新令牌。`,
    en: `The authorisation has ended${code}: authorise again and enter the new tokens.`
  }),
  'account.authorise-soon': facts => ({
    zh: `授权将于 ${day(facts.until)} 到期，请提前重新授权。`,
    en: `The authorisation ends on ${day(facts.until)}: authorise again before that.`
  }),
  'account.stopped': (_, code) => ({
    zh: `平台拒绝该账号或本机地址${code}，已停止收集，请按提示处理后恢复。`,
    en: `The platform refuses the account or our address${code}; nothing is collected until that is mended.`
  }),
  'account.capability': (_, code) => ({
    zh: `平台未开放所需接口${code}，请在开放平台申请。`,
    en: `The platform does not let this app use an interface${code}: apply for it.`
  }),
  'account.silent': facts => {
    const last = since(
      facts,
      on => `，最近一次发布是 ${on}`,
      on => `, the last time on ${on}`,
      'lastPostAt'
    )
    return {
      zh: `已 ${facts.days} 天以上未更新${last.zh}，请安排发布。`,
      en: `Nothing was published for ${facts.days} days or more${last.en}: see that something is.`
    }
  },
  'account.too-few-posts': facts => ({
    zh: `近 ${facts.days} 天发布 ${facts.posts} 条，目标 ${facts.wanted} 条。`,
    en: `${facts.posts} posts in ${facts.days} days; the target is ${facts.wanted}.`
  }),
  'account.password': facts => ({
    zh: `密码自 ${day(facts.changedAt)} 起未修改，已超过 ${facts.days} 天，请修改并登记日期。`,
    en: `The password is that of ${day(facts.changedAt)}, older than ${facts.days} days: change it and enter the day.`
  }),
  'post.look': () => ({
    zh: '有接口无法取得的评论，请在客户端查看。',
    en: 'There are comments that no interface gives us: look in the app.'
  }),
  'post.gap': facts => ({
    zh: `平台显示 ${facts.theirs ?? '更多'} 条评论，已收集 ${facts.ours ?? '较少'} 条，请在客户端核对。`,
    en: `The platform counts ${facts.theirs ?? 'more'} comments, we hold ${facts.ours ?? 'fewer'}: compare in the app.`
  }),
  'post.endless': () => ({
    zh: '评论列表无法读到末尾，已停止跟踪，请在客户端查看。',
    en: 'Its list never ends and is no longer followed: look in the app.'
  }),
  'user.unused': facts => ({
    zh: `${facts.name}（${facts.user}）已 ${facts.days} 天未登录，账户已停用，请确认是否注销。`,
    en: `${facts.name} (${facts.user}) has not signed in for ${facts.days} days and is suspended: say whether they have left.`
  }),
  'webhook.disabled': facts => ({
    zh: `推送地址 ${facts.host} 连续 24 小时未能送达（${facts.why}），已停用，请处理后重新启用。`,
    en: `${facts.host} could not be told anything for 24 hours (${facts.why}) and is told no more: mend it, then enable it.`
  })
}

/** The sentence of an item, with the platform's own code where it named one. */
export function itemWords({ kind, facts }: Pick<OperatorItem, 'kind' | 'facts'>): ItemWords {
  const code = facts.code === undefined ? '' : ` (${facts.code})`
  return WORDS[kind](facts, code)
}
