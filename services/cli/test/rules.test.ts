import { silent } from '@huiyin/ports/logger.ts'
import { DEFAULT_POLICY } from '@huiyin/schemas/policy.ts'
import t from 'tap'
import { rulesText } from '../src/rules-text.ts'
import { inWorld, officeFolder } from '../src/world.ts'
import { runHuiyin } from './command.ts'
import { HOUR, office } from './house.ts'

const NOTE = { warnBefore: [HOUR], calendar: 'office' }
const COMPLAINTS = {
  name: '投诉',
  when: { labels: ['complaint' as const], urgent: false },
  promises: { first: { ...NOTE, target: { kind: 'WORKING_HOURS' as const, ms: 8 * HOUR } } }
}

t.test('huiyin rules show', async t => {
  t.test('says what is promised, by which calendar, and that nobody is told without channels', async t => {
    const here = await office(t)
    const empty = await runHuiyin(here.settings.data, 'rules', 'show')
    t.equal(empty.code, 1)
    t.match(empty.stderr, /Nothing is kept in .* yet/)

    await here.look(async () => {})
    const { code, stdout } = await runHuiyin(here.settings.data, 'rules', 'show')
    t.equal(code, 0)
    t.match(stdout, `现行规则 ${DEFAULT_POLICY.version}（系统自带）`)
    t.match(stdout, /^紧急 +紧急 +首次回复 +自然时间 1 小时 +30 分钟、15 分钟、5 分钟 +round-the-clock@1$/m)
    t.match(stdout, /^一般 +全部 +办结 +5 个工作日 +24 小时、4 小时 +office@cn-[-\d]+$/m)
    t.match(stdout, '尚未配置任何提醒渠道')
  })

  t.test('shows the office’s own policy once it is in force', async t => {
    const here = await office(t)
    const rules = [DEFAULT_POLICY.rules[0]!, COMPLAINTS, ...DEFAULT_POLICY.rules.slice(1)]
    await here.look(({ rulebook, clock }) =>
      rulebook.savePolicy({ ...DEFAULT_POLICY, version: 'p-1', effectiveFrom: clock.now(), rules })
    )
    const { stdout } = await runHuiyin(here.settings.data, 'rules', 'show')
    t.match(stdout, /^现行规则 p-1（\d{4}-\d\d-\d\d 起生效）$/m)
    t.match(stdout, /^投诉 +非紧急，投诉 +首次回复 +工作时间 8 小时 +1 小时 +office@cn-/m)
  })

  t.test('shows the changes that running clocks are still taking, and none that is over', async t => {
    const here = await office(t)
    const row = { seenAt: 1, done: 500, touched: 20, moved: 12, failed: 0 }
    await here.look(({ store: { records } }) =>
      records
        .create('job', { id: 'rules/calendar/office/2', value: { rule: 'calendar office@2', ...row } })
        .then(() => records.create('job', { id: 'rules/policy/p', value: { rule: 'policy p', ...row, endedAt: 2 } }))
    )
    const { stdout } = await runHuiyin(here.settings.data, 'rules', 'show')
    t.match(stdout, /正在按新规则重算未结事项的时限\n\n.*\ncalendar office@2 +500 件 +12 项 +0 件\n$/)
  })

  t.test('shows who is told when', async t => {
    const { settings } = await office(t)
    const webhook = { kind: 'webhook' as const, name: '值班群', url: 'https://robot.example/hook', secret: 'secret' }
    const options = {
      settings: { ...settings, channels: [webhook] },
      folder: officeFolder(settings),
      logger: silent,
      signal: AbortSignal.timeout(20_000),
      services: false
    }
    const text = await inWorld(options, async ({ rules }) => rulesText(await rules()))
    t.match(text, /^超时 +紧急 +立即，每 15 分钟重复，8 次 +default-breached-urgent@1$/m)
    t.match(text, /^超时 +一般 +立即；2 小时后；24 小时后 +default-breached-normal@1$/m)
  })
})
