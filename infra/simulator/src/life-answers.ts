import { kindWrittenBack, suitingBack } from './life-manners.ts'
import { topicsOf } from './life-posts.ts'
import type { Random } from './random.ts'
import type { Voice } from './sayings.ts'
import type { Simulator } from './simulator.ts'
import type { Office, SimComment } from './things.ts'

const SECOND = 1000
/** So many of the answered write back. */
const WRITES_BACK = 0.4

const keyOf = ({ platform, id }: Office) => `${platform}/${id}`

/** Watches for the office's answers and lets some citizens write back some seconds later. */
export function answering({ world, control }: Simulator, random: Random, say: Voice) {
  const readTo = new Map(world.offices.map(office => [keyOf(office), world.under(office.platform, office.id).length]))
  const waiting: { at: number; answer: SimComment }[] = []

  function notice(now: number, office: Office) {
    const all = world.under(office.platform, office.id)
    const key = keyOf(office)
    for (const answer of all.slice(readTo.get(key) ?? 0)) {
      const late = (15 + random() * 45) * SECOND
      if (!answer.author && random() < WRITES_BACK) waiting.push({ at: now + late, answer })
    }
    readTo.set(key, all.length)
  }

  function writeBack({ platform, account, post, parent, id }: SimComment, now: number) {
    const citizen = parent === undefined ? undefined : world.comment(platform, account, post, parent)?.author
    if (!citizen) return
    const kind = kindWrittenBack(random)
    const { text } = say(kind, suitingBack(kind, topicsOf(world.post(platform, account, post)!)))
    const where = { platform, account, post, text, as: citizen.id, publishedAt: now }
    control.postComment(platform === 'wechat' ? where : { ...where, parent: id }) // WeChat knows no threads
  }

  return {
    step(now: number) {
      for (const office of world.offices) notice(now, office)
      const due = waiting.filter(({ at }) => at <= now)
      for (const one of due) {
        waiting.splice(waiting.indexOf(one), 1)
        writeBack(one.answer, now)
      }
    }
  }
}
