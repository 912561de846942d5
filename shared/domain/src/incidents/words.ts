import type { Impact, IncidentState, Scale, Trend } from '@huiyin/schemas/incident.ts'
import type { RiskLevel } from '@huiyin/schemas/names.ts'

type Both = { zh: string; en: string }

/** What people call what an incident is. */
export const LEVEL_WORDS: Readonly<Record<RiskLevel, Both>> = {
  blue: { zh: '一般（蓝色）', en: 'general (blue)' },
  yellow: { zh: '较大（黄色）', en: 'considerable (yellow)' },
  orange: { zh: '重大（橙色）', en: 'major (orange)' },
  red: { zh: '特别重大（红色）', en: 'extremely major (red)' }
}

export const SCALE_WORDS: Readonly<Record<Scale, Both>> = {
  small: { zh: '小', en: 'small' },
  medium: { zh: '中', en: 'medium' },
  large: { zh: '大', en: 'large' },
  huge: { zh: '特大', en: 'huge' }
}

export const TREND_WORDS: Readonly<Record<Trend, Both>> = {
  rising: { zh: '上升', en: 'rising' },
  steady: { zh: '平稳', en: 'steady' },
  falling: { zh: '回落', en: 'falling' }
}

export const IMPACT_WORDS: Readonly<Record<Impact, Both>> = {
  single: { zh: '个别', en: 'single cases' },
  local: { zh: '局部', en: 'local' },
  regional: { zh: '区域性', en: 'regional' },
  wide: { zh: '广泛', en: 'wide' }
}

export const STATE_WORDS: Readonly<Record<IncidentState, Both>> = {
  open: { zh: '处置中', en: 'open' },
  calm: { zh: '趋于平稳', en: 'calm' },
  closed: { zh: '已办结', en: 'closed' },
  dismissed: { zh: '误报', en: 'false alarm' },
  merged: { zh: '已合并', en: 'merged' }
}
