import type { FaultOrder } from '@huiyin/simulator/faults.ts'
import type { PlatformKind } from '@huiyin/simulator/things.ts'

/** What goes wrong at each platform, one after the other. */

const errors = (codes: readonly number[], path?: string): FaultOrder[] =>
  codes.map(code => ({ kind: 'error', code, ...(path && { path }) }))

/** For one call only: the platform then wants the account to wait for long. */
const once = (codes: readonly number[], path?: string): FaultOrder[] =>
  errors(codes, path).map(fault => ({ ...fault, times: 1 }))

const ANYWHERE: readonly FaultOrder[] = [
  { kind: 'http', status: 500 },
  { kind: 'http', status: 503 },
  { kind: 'http', status: 429, retryAfter: '30' },
  { kind: 'garbage' },
  { kind: 'delay', ms: 50 },
  { kind: 'cut' },
  { kind: 'silence' },
  { kind: 'refuse' },
  { kind: 'overlap', rows: 5 },
  { kind: 'endless', cursor: 'moving' },
  { kind: 'endless', cursor: 'standing' },
  { kind: 'slow', ms: 20 }
]

const OWN: Record<PlatformKind, readonly FaultOrder[]> = {
  wechat: [
    ...errors([-1, 45_011, 99_999]),
    ...errors([40_001, 40_014, 42_001], 'comment'),
    ...once([45_009], 'comment')
  ],
  weibo: [
    ...errors([10_001, 10_002, 10_003, 10_009, 10_010, 10_011, 20_016, 21_331], '/2/comments'),
    ...once([10_022, 10_023, 10_024], '/2/comments')
  ],
  douyin: [
    ...errors([2_100_004, 28_001_005, 28_001_006, 28_003_018], '/item'),
    ...once([28_001_052, 2_190_001, 28_003_017, 2_190_002, 2_190_008], '/item')
  ],
  kuaishou: [
    ...errors([100_200_500, 400_002], '/openapi'),
    ...once([120_002, 100_200_102, 100_200_108], '/openapi'),
    ...errors([429, 500, 503], '/partner')
  ],
  mastodon: errors([500, 503, 429])
}

export const faultsOf = (platform: PlatformKind): readonly FaultOrder[] => [...OWN[platform], ...ANYWHERE]
