import type { Office } from './things.ts'

/** The two that exist unless others are asked for. */
export const OFFICES: Office[] = [
  { platform: 'wechat', id: 'wxsim0000000001', name: '青禾发布', secret: 'simulated-wechat-secret' },
  { platform: 'weibo', id: '1900000001', name: '青禾县人民政府', secret: '2.00simulatedWeiboToken' }
]

/** One at each platform. */
export const ALL_OFFICES: Office[] = [
  ...OFFICES,
  {
    platform: 'douyin',
    id: '_000simulatedQinghe',
    name: '青禾融媒',
    secret: 'act.simulatedQinghe',
    refresh: 'rft.simulatedQinghe',
    app: { id: 'awsimulated', secret: 'simulated-douyin-app-secret' }
  },
  {
    platform: 'kuaishou',
    id: 'f1simulatedqinghe',
    name: '青禾政务',
    secret: 'ChFvYXV0aC5zaW11bGF0ZWQ',
    refresh: 'ChJvYXV0aC5zaW11bGF0ZWQ',
    app: { id: 'kssimulated', secret: 'simulated-kuaishou-app-secret' }
  },
  { platform: 'mastodon', id: '109000000000000001', name: '青禾县', secret: 'simulated-mastodon-token' }
]
