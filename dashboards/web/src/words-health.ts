import type { Saying } from './words.ts'

/** Of how the accounts are collected, at a glance. */
export const HEALTH_WORDS = {
  'health.title': ['收集是否正常', 'How collecting goes'],
  'health.worst-delay': ['最慢的', 'Slowest'],
  'health.delay-of': ['半数 {p50}内发现 · {name}', 'half within {p50} · {name}'],
  'health.delay-none': ['近 24 小时没有新留言', 'no new comments in 24 hours'],
  'health.coverage': ['已收 / 平台', 'Ours / theirs'],
  'health.coverage-of': ['{share}（{ours} / {theirs}）', '{share} ({ours} of {theirs})'],
  'health.coverage-none': ['平台没有给出总数', 'no platform says how many there are'],
  'health.quota': ['额度最紧的', 'Tightest quota'],
  'health.quota-of': ['剩 {share} · {name}', '{share} left · {name}'],
  'health.token': ['最先到期的授权', 'Authorisation that ends first'],
  'health.token-of': ['{at} · {name}', '{at} · {name}'],
  'health.token-none': ['没有会到期的', 'none ends'],
  'health.more': ['全部情况', 'All of it'],
  'health.share-left': ['额度剩 {share}', '{share} of the quota left'],
  'health.covered': ['已收 {share}', '{share} collected'],
  'health.token-until': ['授权到 {at}', 'authorised until {at}'],
  'health.token-over': ['授权 {at} 已到期', 'authorisation ended {at}'],
  'help.edit.authorise': ['更新授权', 'Enter new tokens'],
  'help.edit.credentials': ['重填凭据', 'Enter them again'],
  'help.edit.password': ['登记新密码日期', 'Enter the day'],
  'help.check': ['看看怎么了', 'Find out why'],
  'help.resume': ['恢复收集', 'Resume'],
  'help.post': ['登记发布', 'Enter a post']
} as const satisfies Record<string, Saying>
