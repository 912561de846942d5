import { type Surroundings, surroundingsOf } from '@huiyin/domain/places.ts'
import type { Classification, PlaceNamed } from '@huiyin/schemas/classification.ts'
import type { Department, Place } from '@huiyin/schemas/departments.ts'
import { openNames, type Reading } from './names-in-text.ts'

/** What is known of a comment: the likeliest classes, the likeliest first, the places named, and the text as read. */
export interface Known extends Reading {
  departments: Classification['departments']
  places: readonly PlaceNamed[]
}

/** The name of the deployment's department that answers; undefined when none does. */
export type OfficeOf = (known: Known) => string | undefined

const RANK = { placeAndClass: 4, word: 3, place: 2, class: 1, none: 0 } as const
/** How far a department's words speak for it: the longest found counts its length. */
const WORDS = { missed: -1, none: 0 } as const

/** Compared from the left; the greater wins. */
type Claim = readonly [rank: number, confidence: number, nearness: number, word: number]
const NO_CLAIM: Claim = [RANK.none, 0, 0, 0]

/**
 * Opens the map from classes, words and places to the deployment's own departments. Pure and deterministic.
 *
 * A department that lists places answers only where one of them, or a place within one of them, is named.
 * Among those that may answer, in this order:
 * 1. one of its places and one of its classes, any of those likely enough to be named;
 * 2. one of its words, whatever the class;
 * 3. one of its places, where it lists nothing else: it answers for everything there;
 * 4. one of its classes alone, when that is the likeliest of all.
 *
 * Equals are told apart by the likelier class, then the nearer place, then the longer word (before one that lists no
 * words, before one whose words are missing), then the order of the configuration.
 *
 * Expects what `checkPlaces` and `checkDepartments` passed; throws SETTINGS_INVALID for a word that is never read.
 */
export function openDepartmentMap(departments: readonly Department[], places: readonly Place[] = []): OfficeOf {
  if (departments.length === 0) return () => undefined
  const around = surroundingsOf(places)
  const words = departments.flatMap(({ words = [] }, owner) => words.map(word => ({ word, owner })))
  const find = openNames(
    words.map(({ word }) => word),
    'words of departments'
  )

  return known => {
    const found = departments.map(({ words = [] }) => (words.length > 0 ? WORDS.missed : WORDS.none) as number)
    find(known, (word, from, to) => {
      const { owner } = words[word]!
      found[owner] = Math.max(found[owner]!, to - from)
    })
    let office: string | undefined
    let best = NO_CLAIM
    departments.forEach((department, i) => {
      const claim = claimOf(department, known, found[i]!, around)
      if (compare(claim, best) <= 0) return
      best = claim
      office = department.name
    })
    return office
  }
}

function claimOf(department: Department, known: Known, word: number, around: Surroundings): Claim {
  const { classes = [], words = [], places = [] } = department
  const nearness = places.length === 0 ? 0 : nearnessOf(places, known.places, around)
  if (places.length > 0 && nearness === 0) return NO_CLAIM
  const likeliest = known.departments.findIndex(({ name }) => classes.includes(name))
  const confidence = known.departments[likeliest]?.confidence ?? 0
  const rank = rankOf({ named: nearness > 0, worded: word > 0, likeliest, bare: classes.length + words.length === 0 })
  return rank === RANK.none ? NO_CLAIM : [rank, confidence, nearness, word]
}

/** `likeliest` is the place of its class among the classes of the comment, −1 for none; `bare` lists nothing but places. */
function rankOf(has: { named: boolean; worded: boolean; likeliest: number; bare: boolean }): number {
  if (has.named && has.likeliest >= 0) return RANK.placeAndClass
  if (has.worded) return RANK.word
  if (has.named && has.bare) return RANK.place
  return has.likeliest === 0 ? RANK.class : RANK.none
}

/** 1 for a place that is named itself, less for each step that the named one lies further within; 0 when none is. */
function nearnessOf(places: readonly string[], named: readonly PlaceNamed[], around: Surroundings): number {
  let nearest = 0
  for (const { name } of named) {
    const way = [name, ...(around.get(name) ?? [])]
    const step = way.findIndex(place => places.includes(place))
    if (step >= 0) nearest = Math.max(nearest, 1 / (step + 1))
  }
  return nearest
}

function compare(one: Claim, other: Claim): number {
  const at = one.findIndex((value, i) => value !== other[i])
  return at < 0 ? 0 : one[at]! - other[at]!
}
