import { PlatformError } from '@huiyin/ports/platform.ts'
import t from 'tap'
import { close, type Kind, openHouse, pollAll, SECOND } from './platform-house.ts'

const KINDS: readonly Kind[] = ['wechat', 'weibo']

for (const kind of KINDS) {
  t.test(`a ${kind} account`, async t => {
    t.test('is read to its end, every comment with what the platform tells of it', async t => {
      const { simulator, control, open, write, post } = await openHouse(kind)
      t.teardown(close(simulator))
      const [citizen] = control.people.filter(one => !one.withoutOpenid)
      const id = write('望川大道的路灯不亮🙏', { as: citizen!.id })

      const { comments, unreadable } = await pollAll(open())
      t.equal(comments.length, 1)
      t.match(comments[0], {
        post,
        root: id,
        comment: id,
        ours: false,
        text: '望川大道的路灯不亮🙏',
        publishedAt: simulator.world.clock.now()
      })
      t.match(comments[0]!.author.id, citizen!.id)
      t.same(unreadable, [])
    })

    t.test('shows every comment though rows shift while it is paged, and none under two ids', async t => {
      const { clock, simulator, control, open, write, at } = await openHouse(kind)
      t.teardown(close(simulator))
      const ids: string[] = []
      for (let i = 0; i < 260; i++) {
        clock.pass(SECOND)
        ids.push(write(`第${i}条`))
      }
      const deleted = ids.slice(-30) // the newest: all that follow move up
      let pages = 0
      const { comments } = await pollAll(open(), undefined, page => {
        if (page.comments.length === 0) return
        if (pages++ === 0) for (const id of deleted) control.deleteComment(at(id))
        if (pages === 2) for (let i = 0; i < 10; i++) ids.push(write(`又一条${i}`))
      })

      const seen = new Map(comments.map(({ comment, text }) => [comment, text]))
      const missing = ids.slice(0, 230).filter(id => !seen.has(id))
      t.same(missing, [], 'what stood all the time is seen')
      t.equal(new Set(seen.values()).size, seen.size, 'one text, one id')
    })

    t.test('shows what is new since the cursor, and the cursor outlives the process', async t => {
      const { clock, simulator, open, write } = await openHouse(kind)
      t.teardown(close(simulator))
      write('先来的')
      const { cursor } = await pollAll(open())
      clock.pass(3600 * SECOND)
      const later = write('后来的')

      const { comments } = await pollAll(open(), cursor)
      t.ok(comments.some(({ comment, text }) => comment === later && text === '后来的'))
    })

    t.test('takes a reply, shows it, reads it back, and gives it as ours', async t => {
      const { simulator, control, open, write, target, where, post } = await openHouse(kind)
      t.teardown(close(simulator))
      const platform = open()
      const id = write('请问几点上班')

      t.match(await platform.reply(target(id), '您好，早上九点。'), { outcome: 'sent' })
      t.same(
        control.standing({ ...where, post }).map(({ text }) => text),
        ['请问几点上班', '您好，早上九点。']
      )
      t.match(await platform.readBack(target(id), { text: '您好，早上九点。' }), {
        outcome: 'same',
        acceptedAt: simulator.world.clock.now()
      })
      t.match(await platform.readBack(target(id), { text: '别的话' }), {
        outcome: 'different',
        text: '您好，早上九点。'
      })
      const { comments } = await pollAll(platform)
      t.match(
        comments.find(({ ours }) => ours),
        { root: id, parent: id, text: '您好，早上九点。' }
      )
    })

    t.test('says absent while no reply of ours stands', async t => {
      const { simulator, open, write, target } = await openHouse(kind)
      t.teardown(close(simulator))
      t.same(await open().readBack(target(write('在吗')), { text: '在' }), { outcome: 'absent' })
    })

    for (const fault of ['cut', 'silence'] as const) {
      t.test(`does not know what became of a reply whose answer met ${fault}; reading back tells`, async t => {
        const { simulator, control, open, write, target, where, post } = await openHouse(kind)
        t.teardown(close(simulator))
        const platform = open(300)
        const id = write('几点下班')
        control.fail(kind, { kind: fault, times: 1, path: 'reply' })

        t.match(await platform.reply(target(id), '下午五点。'), { outcome: 'unknown' })
        t.match(await platform.readBack(target(id), { text: '下午五点。' }), { outcome: 'same' })
        t.equal(control.standing({ ...where, post }).length, 2, 'it was posted once')
      })
    }

    t.test('says later when it could not be reached: nothing was posted', async t => {
      const { simulator, open, write, target } = await openHouse(kind)
      const id = write('有人吗')
      const platform = open()
      await simulator.close()
      t.match(await platform.reply(target(id), '有。'), { outcome: 'later', code: 'NO_ANSWER' })
      await t.rejects(platform.poll(undefined), { name: 'PlatformError', code: 'NO_ANSWER', advice: 'retry' })
    })

    t.test('says gone when the comment was deleted, and refuses to answer it', async t => {
      const { simulator, control, open, write, at, target } = await openHouse(kind)
      t.teardown(close(simulator))
      const platform = open()
      const id = write('说错了')
      control.deleteComment(at(id))
      t.match(await platform.readBack(target(id), { text: '好' }), { outcome: 'gone' })
      t.match(await platform.reply(target(id), '好'), { outcome: 'refused' })
    })

    t.test('sets a row aside that cannot be read, and gives the others', async t => {
      const { simulator, control, open, write } = await openHouse(kind)
      t.teardown(close(simulator))
      control.quirks[kind].brokenRow = true
      write('好的一行')
      const { comments, unreadable } = await pollAll(open())
      t.same(
        comments.map(({ text }) => text),
        ['好的一行']
      )
      t.equal(unreadable.length, 1)
      t.ok(unreadable[0]!.raw.length > 10)
    })

    t.test('names no token and no secret when it complains', async t => {
      const { simulator, control, account, open, write, target } = await openHouse(kind)
      t.teardown(close(simulator))
      const platform = open(300)
      const id = write('测试')
      const complaints: unknown[] = []
      for (const fault of [
        { kind: 'garbage' },
        { kind: 'cut' },
        { kind: 'http', status: 502 },
        { kind: 'silence' }
      ] as const) {
        control.fail(kind, { ...fault, times: 9 })
        await platform.poll(undefined).catch(error => complaints.push(error))
        complaints.push(await platform.reply(target(id), '好').catch(error => error))
        control.heal()
      }
      t.equal(complaints.length, 8)
      for (const complaint of complaints) {
        const words =
          complaint instanceof PlatformError
            ? `${complaint.stack} ${JSON.stringify(complaint)} ${complaint.cause}`
            : JSON.stringify(complaint)
        t.notMatch(words, account.credentials.secret)
        t.notMatch(words, 'access_token=')
        t.notMatch(words, simulator.url)
      }
    })
  })
}
