import { DAY } from '@huiyin/domain/calendar/dates.ts'
import { firstSince, type Subject } from './subject.ts'
import { phraseFor, spreadOf, type ToTell, wordsOf } from './telling.ts'
import type { Topic, TopicQuery } from './types.ts'

const MOST = 20
const EXAMPLES = 5
const FEWEST = 3

/** What is spoken of most since an instant, the hottest first: by people, what asks or angers before chat. */
export function topicsOf(toTell: ToTell, subjects: Iterable<Subject>, query: TopicQuery): Topic[] {
  const { now, from = now - DAY, atMost = MOST, of } = query
  const found = [...subjects].flatMap(subject => {
    const members = subject.members
      .slice(firstSince(subject, from))
      .filter(
        ({ account }) => !of || of.some(one => one.platform === account.platform && one.account === account.account)
      )
    const worth = members.reduce((sum, member) => sum + member.worth, 0)
    return members.length >= FEWEST && worth > 0 ? [{ subject, members, worth }] : []
  })
  return found
    .sort((a, b) => b.worth - a.worth || (a.subject.id < b.subject.id ? -1 : 1))
    .slice(0, atMost)
    .map(({ subject, members }) => ({
      subject: subject.id,
      phrase: phraseFor(toTell.vocabulary, toTell.cut, subject),
      words: wordsOf(toTell.vocabulary, subject),
      comments: members.length,
      people: new Set(members.map(({ author, ref }) => author ?? ref.id)).size,
      at: members.at(-1)!.at,
      since: members[0]!.at,
      negative: members.filter(({ sentiment }) => sentiment === 'negative').length,
      accounts: spreadOf(members),
      examples: members.slice(-EXAMPLES).map(({ ref }) => ref)
    }))
}
