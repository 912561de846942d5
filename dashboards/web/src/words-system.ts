import type { TroubleKind } from '@huiyin/schemas/api-status.ts'
import type { Saying } from './words.ts'

/** What is wrong, in one sentence: a new kind does not compile until it has words. */
const TROUBLES = {
  'system.trouble.store-away': ['存储没有响应，暂时收不了件', 'The store does not answer: nothing comes in for now'],
  'system.trouble.log-away': [
    '消息日志没有响应，留言在采集端等着',
    'The log does not answer: comments wait where they are'
  ],
  'system.trouble.service-missing': ['没有运行 {of}', 'No {of} is running'],
  'system.trouble.service-silent': ['{of} 已有 {time}没有动静', '{of} has been silent for {time}'],
  'system.trouble.service-unready': ['{of} 缺条件，干不了活', '{of} lacks what it needs'],
  'system.trouble.reader-behind': ['{of} 积压 {count} 条', '{of} has {count} before it'],
  'system.trouble.alerts-late': ['{count} 条提醒延误，最久 {time}', '{count} alerts are late, the oldest by {time}'],
  'system.trouble.alerts-unaudited': ['已有 {time}没有核查提醒', 'The alerts have not been audited for {time}'],
  'system.trouble.alerts-mute': ['本系统不会发出任何提醒', 'This installation sends no alerts'],
  'system.trouble.alerts-undelivered': [
    '{count} 条提醒在路上，最久 {time}',
    '{count} alerts are on their way, the oldest for {time}'
  ],
  'system.trouble.heartbeat-unheard': [
    '外部看护没有收到心跳',
    'Whoever watches from outside did not hear the heartbeat'
  ],
  'system.trouble.unpublished': [
    '{count} 张工单的变动还没写进日志',
    'What happened to {count} tickets is not in the log yet'
  ],
  'system.trouble.parked': ['{count} 条消息读不懂，搁置了', '{count} messages were not understood and are parked'],
  'system.trouble.disk-full': ['{of} 的磁盘只剩 {share}', 'The disk of {of} has {share} left'],
  'system.trouble.backup-old': ['最近一次备份是 {time}前', 'The last backup is {time} old'],
  'system.trouble.backup-none': ['从来没有备份过', 'There was never a backup']
} as const satisfies Record<`system.trouble.${TroubleKind}`, Saying>

/** What to do about it. */
const ADVICE = {
  'system.do.store-away': [
    '看存储（Elasticsearch 或数据盘）是否在运行、磁盘是否已满。恢复后会自动补上，不会丢。',
    'See that the store (Elasticsearch, or the disk) runs and is not full. What waits comes in by itself then.'
  ],
  'system.do.log-away': [
    '看 Kafka 是否在运行、网络是否通。恢复后会自动继续。',
    'See that Kafka runs and can be reached. It goes on by itself then.'
  ],
  'system.do.service-missing': ['启动它：npm run service -- {of}', 'Start it: npm run service -- {of}'],
  'system.do.service-silent': [
    '看它的进程和日志；不在了就重新启动。另一台会接手它的工作。',
    'See its process and its log; start it again where it has gone. Another one takes its work over.'
  ],
  'system.do.service-unready': ['按下面的检查项处理。', 'Mend what the checks below name.'],
  'system.do.reader-behind': [
    '留言突然变多时会这样，数字在降就等一等；不降就再开一个同样的服务。',
    'A rush of comments does this: wait while it falls. Else start another of the same service.'
  ],
  'system.do.alerts-late': [
    '先到工单页看到期的，再看 alerter 服务和通知渠道。',
    'See the tickets that are due yourself first, then the alerter and its channels.'
  ],
  'system.do.alerts-unaudited': ['看 alerter 服务是否在运行。', 'See that an alerter is running.'],
  'system.do.alerts-mute': [
    '这是从备份恢复或复制的系统。确认要用它以后运行：npx huiyin adopt',
    'It was restored or copied. When this is the one to be used: npx huiyin adopt'
  ],
  'system.do.alerts-undelivered': [
    '看“系统设置”里的通知渠道：可能限流或停用了。',
    'See the channels under Settings: one may be limited, or out of order.'
  ],
  'system.do.heartbeat-unheard': [
    '看 HUIYIN_HEARTBEAT_URL 能否访问。',
    'See that HUIYIN_HEARTBEAT_URL can be reached.'
  ],
  'system.do.unpublished': [
    '看消息日志是否正常；恢复后会自动补发。',
    'See that the log is well; they are sent by themselves then.'
  ],
  'system.do.parked': ['到“搁置消息”查看原因并重放。', 'See why under Parked, and replay them.'],
  'system.do.disk-full': [
    '腾出空间或换大盘。满了以后新留言写不进去，但不会丢。',
    'Make room. A full disk takes no new comments, and loses none.'
  ],
  'system.do.backup-old': [
    '看定时备份为什么没有运行，或现在做一次：npx huiyin backup',
    'See why the nightly backup did not run, or take one now: npx huiyin backup'
  ],
  'system.do.backup-none': [
    '现在做一次：npx huiyin backup。再设好每晚一次（docs/zh/backup.md）。',
    'Take one now: npx huiyin backup. Then have it taken every night (docs/backup.md).'
  ]
} as const satisfies Record<`system.do.${TroubleKind}`, Saying>

/** Of how the house itself stands. */
export const SYSTEM_WORDS = {
  ...TROUBLES,
  ...ADVICE,
  'system.well': ['一切正常', 'All is well'],
  'system.well-hint': [
    '各服务都在运行，提醒按时送达，没有积压。',
    'All services run, alerts go out in time, nothing waits too long.'
  ],
  'system.watch': ['有 {count} 件事要看一看', 'To look at: {count}'],
  'system.wrong': ['有故障：{count} 件事要处理', 'Something is wrong, to mend: {count}'],
  'system.mark.watch': ['留意', 'Look'],
  'system.mark.wrong': ['处理', 'Mend'],
  'system.failed': ['运行情况没有载入', 'How the system stands did not load'],
  'system.failed-hint': ['接口服务可能没有运行。请稍后再看。', 'The api may not be running. Look again in a moment.'],
  'system.as-of': ['{at} 的情况', 'As of {at}'],
  'system.do': ['怎么办：', 'What to do: '],
  'system.checks': ['检查项', 'Checks'],
  'system.services': ['服务', 'Services'],
  'system.service': ['服务', 'Service'],
  'system.host': ['主机', 'Host'],
  'system.since': ['启动', 'Started'],
  'system.seen': ['最近', 'Last seen'],
  'system.stored': ['最近入库', 'Last stored'],
  'system.stored-of': ['{ago}，用时 {time}', '{ago}, took {time}'],
  'system.version': ['版本', 'Version'],
  'system.disk': ['磁盘剩余', 'Disk left'],
  'system.whole': ['全部服务', 'all services'],
  'system.no-services': ['没有看到服务；存储恢复后会显示。', 'No service was seen; they show once the store is back.'],
  'system.readers': ['积压', 'Waiting to be read'],
  'system.none-waiting': ['没有积压', 'Nothing waits'],
  'system.engines': ['存储与日志', 'Store and log'],
  'system.engine.store': ['存储', 'Store'],
  'system.engine.log': ['消息日志', 'Log'],
  'system.of': ['{name}：{state}', '{name}: {state}'],
  'system.answers': ['正常', 'answers'],
  'system.alerts': ['提醒', 'Alerts'],
  'system.alerts-waiting': ['{count} 条在路上，最久 {time}', '{count} on their way, the oldest for {time}'],
  'system.alerts-none': ['没有在路上的', 'none on their way'],
  'system.audited': ['{ago}核查过', 'audited {ago}'],
  'system.backup': ['备份', 'Backup'],
  'system.backup-at': ['{at}', '{at}'],
  'system.backup-never': ['没有', 'none']
} as const satisfies Record<string, Saying>
