import { addMember, type Subject } from './subject.ts'
import { pointTo } from './vocabulary.ts'

/** Brings all that a subject holds into another; it is gone then. */
export function merge(into: Subject, gone: Subject): void {
  for (let i = gone.head; i < gone.members.length; i++) addMember(into, gone.members[i]!)
  for (const [word, count] of gone.words) {
    into.words.set(word, (into.words.get(word) ?? 0) + count)
    if (word.kind === 'word') pointTo(word, into)
  }
  for (const [place, count] of gone.places) {
    into.places.set(place, (into.places.get(place) ?? 0) + count)
    pointTo(place, into)
  }
  for (const [name, count] of gone.departments) into.departments.set(name, (into.departments.get(name) ?? 0) + count)
  into.mass += gone.mass
  into.length = 0
  into.samples = [...into.samples, ...gone.samples].slice(0, 48)
  into.usual.worth += gone.usual.worth
  into.usual.today += gone.usual.today
  into.usual.risen += gone.usual.risen
  into.usual.days = Math.max(into.usual.days, gone.usual.days)
  into.usual.hours ??= gone.usual.hours
  into.usual.written = Math.max(into.usual.written, gone.usual.written)
  into.unjudged += gone.unjudged
  gone.gone = true
  gone.into = into
  gone.members = []
  gone.head = 0
  gone.words = new Map()
  gone.places = new Map()
  gone.authors = new Map()
  gone.samples = []
}
