import { WHATS, type What } from './place.ts'

/** What can be written into a search, by example: in both languages, for the house understands both. */

type Examples = { zh: readonly string[]; en: readonly string[] }

export const WAYS = [
  { name: 'all', zh: ['路灯 井盖'], en: ['lamp street'] },
  { name: 'phrase', zh: ['“路灯坏了”'], en: ['"street lamp"'] },
  { name: 'not', zh: ['噪音 -施工'], en: ['noise -building'] },
  { name: 'or', zh: ['停水 或 断水', '补课 OR 培训机构'], en: ['water OR flood'] },
  { name: 'group', zh: ['噪音 (工地 OR 广场舞)'], en: ['noise (building OR dancing)'] },
  { name: 'field', zh: ['平台:微博 投诉'], en: ['platform:weibo refund'] },
  { name: 'several', zh: ['级别:红,橙'], en: ['level:red,orange'] },
  { name: 'slip', zh: [], en: ['charger~', 'charger~2'] }
] as const satisfies readonly ({ name: string } & Examples)[]

const ALL: readonly What[] = WHATS
const JUDGED: readonly What[] = ['tickets', 'comments']
const TICKETS: readonly What[] = ['tickets']
const SPOKEN: readonly What[] = ['tickets', 'comments', 'replies']

/** Of each kind only what it has. */
export const FIELD_HELP = [
  {
    field: 'platform',
    of: ALL,
    zh: ['平台:微信', '平台:抖音,快手'],
    en: ['platform:wechat', 'platform:douyin,kuaishou']
  },
  {
    field: 'label',
    of: JUDGED,
    zh: ['类别:投诉', '类别:咨询,建议'],
    en: ['label:complaint', 'label:inquiry,suggestion']
  },
  { field: 'level', of: JUDGED, zh: ['级别:红色', '级别:橙,红'], en: ['level:red', 'level:orange,red'] },
  { field: 'sentiment', of: JUDGED, zh: ['情绪:负面'], en: ['sentiment:negative'] },
  {
    field: 'status',
    of: TICKETS,
    zh: ['状态:待回复', '状态:办理中', '-状态:办结'],
    en: ['status:open', 'status:handling', '-status:answered']
  },
  { field: 'department', of: JUDGED, zh: ['部门:水务局'], en: ['department:water'] },
  { field: 'account', of: ALL, zh: ['账号:政务发布'], en: ['account:news'] },
  { field: 'author', of: SPOKEN, zh: ['作者:晨光'], en: ['author:dawn'] },
  { field: 'place', of: SPOKEN, zh: ['地点:人民路'], en: ['place:station'] },
  { field: 'tag', of: TICKETS, zh: ['标记:暴雨'], en: ['tag:storm'] },
  { field: 'number', of: TICKETS, zh: ['编号:2345-6789'], en: ['number:2345-6789'] },
  {
    field: 'date',
    of: ALL,
    zh: ['日期:今天', '日期:上周', '日期:最近7天', '日期:2026-11'],
    en: ['date:today', 'date:"last week"', 'date:2026-11']
  },
  { field: 'due', of: TICKETS, zh: ['到期:超时', '到期:今天'], en: ['due:overdue', 'due:today'] },
  { field: 'risk', of: JUDGED, zh: ['风险:>=50', '风险:50..80'], en: ['risk:>=50', 'risk:50..80'] }
] as const satisfies readonly ({ field: string; of: readonly What[] } & Examples)[]
