import type { Impact, Scale } from '@huiyin/schemas/incident.ts'
import type { IncidentRules, LevelRow, Nature } from '@huiyin/schemas/incident-rules.ts'
import type { RiskLevel } from '@huiyin/schemas/names.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** The first that is told counts; what none of them tells is a common matter. */
const NATURES: Nature[] = [
  {
    id: 'safety',
    name: { zh: '公共安全', en: 'public safety' },
    reasons: [
      ...['accident', 'collapse', 'drowning', 'electric-shock', 'epidemic', 'explosion', 'fire', 'flood', 'gas-leak'],
      ...[
        'food-and-drugs',
        'medical-emergency',
        'minors-in-danger',
        'poisoning',
        'public-safety',
        'trapped',
        'violence'
      ]
    ],
    words: ['爆炸', '起火', '坍塌', '中毒', '伤亡', '泄漏', '食物中毒', '疫情'],
    share: 0.2
  },
  {
    id: 'law',
    name: { zh: '涉法涉纪', en: 'law and conduct' },
    reasons: ['misconduct', 'fraud'],
    words: ['贪污', '受贿', '执法', '冤案', '徇私', '公职人员'],
    share: 0.2
  },
  {
    id: 'mass',
    name: { zh: '群体聚集', en: 'gatherings and petitions' },
    reasons: ['mass-incident', 'petition-threat'],
    words: ['聚集', '维权', '上访', '堵路', '罢工'],
    share: 0.2
  },
  {
    id: 'rumour',
    name: { zh: '网络谣言', en: 'rumours' },
    reasons: ['rumour-signs'],
    words: ['听说', '网传', '谣言', '据传'],
    share: 0.3
  },
  {
    id: 'policy',
    name: { zh: '政策措施', en: 'policies' },
    words: ['政策', '文件', '规定', '通知', '新规', '标准', '方案'],
    share: 0.3
  },
  {
    id: 'livelihood',
    name: { zh: '民生保障', en: 'livelihood' },
    reasons: ['livelihood', 'environment'],
    words: ['停水', '停电', '供暖', '欠薪', '物业', '医保', '上学', '噪音', '异味'],
    share: 0.3
  },
  { id: 'common', name: { zh: '一般诉求', en: 'common matters' } }
]

const SCALES: Scale[] = ['small', 'medium', 'large', 'huge']
const IMPACTS: Impact[] = ['single', 'local', 'regional', 'wide']
const LEVELS: RiskLevel[] = ['blue', 'yellow', 'orange', 'red']

/** Of each nature the level that it has at each scale while it is steady. */
const STEADY: Record<string, [RiskLevel, RiskLevel, RiskLevel, RiskLevel]> = {
  safety: ['yellow', 'orange', 'red', 'red'],
  law: ['blue', 'yellow', 'orange', 'red'],
  mass: ['yellow', 'yellow', 'orange', 'red'],
  rumour: ['blue', 'yellow', 'orange', 'red'],
  policy: ['blue', 'blue', 'yellow', 'orange'],
  livelihood: ['blue', 'yellow', 'yellow', 'orange'],
  common: ['blue', 'blue', 'yellow', 'orange']
}

const oneUp = (level: RiskLevel) => LEVELS[Math.min(LEVELS.indexOf(level) + 1, LEVELS.length - 1)]!

/** What grows is one level graver from the medium scale on; a small one is not made grave by growing. */
const LEVEL_TABLE: LevelRow[] = NATURES.flatMap(({ id }) =>
  SCALES.map((scale, i) => {
    const steady = STEADY[id]![i]!
    return { nature: id, scale, rising: i === 0 ? steady : oneUp(steady), steady, falling: steady, impact: IMPACTS[i]! }
  })
)

/** What counts until an office has rules of its own: a general matter within 48 hours; a major one within 5 and 24. */
export const SHIPPED_INCIDENT_RULES: IncidentRules = {
  sensitivity: 'medium',
  natures: NATURES,
  scales: [
    { scale: 'medium', comments: 30, people: 20, accounts: 3 },
    { scale: 'large', comments: 100, people: 60, platforms: 3 },
    { scale: 'huge', comments: 1_000, people: 500 }
  ],
  trend: { rising: 1.2, falling: 0.7 },
  levels: LEVEL_TABLE,
  lowerAfter: 30 * MINUTE,
  procedures: { blue: 'general', yellow: 'general', orange: 'major', red: 'major' },
  urgentFrom: 'orange',
  steps: [10, 30, 100, 300, 1_000, 3_000, 10_000],
  chain: [
    { from: 'blue', to: [{ kind: 'channels' }], receipt: false },
    { from: 'yellow', to: [{ kind: 'role', role: 'head' }], receipt: true },
    { from: 'orange', to: [{ kind: 'role', role: 'leader' }, { kind: 'department-head' }], receipt: true }
  ],
  tracks: [
    {
      id: 'clarify',
      name: { zh: '48小时内回应', en: 'answered within 48 hours' },
      procedure: 'general',
      within: 48 * HOUR,
      by: 'published'
    },
    {
      id: 'inform',
      name: { zh: '5小时内发布权威信息', en: 'authoritative information within 5 hours' },
      procedure: 'major',
      within: 5 * HOUR,
      by: 'published'
    },
    {
      id: 'brief',
      name: { zh: '24小时内举行新闻发布会', en: 'press briefing within 24 hours' },
      procedure: 'major',
      within: 24 * HOUR,
      by: 'steps'
    }
  ],
  plan: [
    {
      id: 'clarify',
      name: { zh: '核实情况并发布澄清说明', en: 'find out the facts and publish a clarification' },
      procedure: 'general',
      owner: '内容编辑员',
      track: 'clarify',
      byStatement: 'clarification'
    },
    {
      id: 'verify',
      name: { zh: '核实事实', en: 'find out the facts' },
      procedure: 'major',
      owner: '责任部门',
      track: 'inform'
    },
    {
      id: 'report',
      name: { zh: '向上级报告', en: 'report to the office above' },
      procedure: 'major',
      owner: '部门负责人',
      track: 'inform'
    },
    {
      id: 'hold',
      name: { zh: '发布首次通报', en: 'publish a first statement' },
      procedure: 'major',
      owner: '内容编辑员',
      track: 'inform',
      byStatement: 'holding'
    },
    {
      id: 'handle',
      name: { zh: '现场处置与善后', en: 'deal with it on the spot' },
      procedure: 'major',
      owner: '责任部门',
      track: 'brief'
    },
    {
      id: 'brief',
      name: { zh: '举行新闻发布会或发布详细通报', en: 'hold a press briefing or publish the details' },
      procedure: 'major',
      owner: '部门负责人',
      track: 'brief',
      byStatement: 'briefing'
    }
  ],
  mutes: [],
  falseAlarmFactor: 3,
  reopenWithin: 7 * DAY,
  staleAfter: 2 * HOUR
}
