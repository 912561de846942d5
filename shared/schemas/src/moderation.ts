import { type Static, Type } from 'typebox'
import { Actor } from './actor.ts'
import { Instant } from './names.ts'
import { Trouble } from './reply-trouble.ts'

/**
 * On what legal ground a citizen's comment is taken away: the illegal contents that the provisions on the ecology of
 * online information list (网络信息内容生态治理规定, article 6). Criticism of the office is none of them.
 */
export const REMOVAL_GROUNDS = {
  constitution: { zh: '反对宪法确定的基本原则', en: 'Against the basic principles of the constitution' },
  'state-security': { zh: '危害国家安全、泄露国家秘密', en: 'Endangers national security, or tells state secrets' },
  'national-honour': { zh: '损害国家荣誉和利益', en: 'Harms the honour and interests of the nation' },
  'heroes-and-martyrs': { zh: '歪曲、丑化、亵渎、否定英雄烈士', en: 'Defames heroes and martyrs' },
  terrorism: { zh: '宣扬恐怖主义、极端主义', en: 'Spreads terrorism or extremism' },
  'ethnic-hatred': { zh: '煽动民族仇恨、民族歧视', en: 'Incites ethnic hatred or discrimination' },
  cults: { zh: '宣扬邪教和封建迷信', en: 'Spreads cults and superstition' },
  rumour: { zh: '散布谣言，扰乱经济和社会秩序', en: 'Spreads rumours that disturb public order' },
  'obscenity-or-violence': {
    zh: '散布淫秽、色情、赌博、暴力、凶杀、恐怖或者教唆犯罪',
    en: 'Obscenity, gambling, violence, or instigation of crime'
  },
  'insult-or-privacy': {
    zh: '侮辱、诽谤他人，侵害名誉、隐私等合法权益',
    en: 'Insults or slanders others, or infringes their privacy'
  },
  'other-law': { zh: '法律、行政法规禁止的其他内容', en: 'Forbidden by another law, which the text names' }
} as const satisfies Record<string, { zh: string; en: string }>

export type RemovalGround = keyof typeof REMOVAL_GROUNDS
const GROUNDS = Object.keys(REMOVAL_GROUNDS) as RemovalGround[]
export const RemovalGround = Type.Unsafe<RemovalGround>(Type.Union(GROUNDS.map(ground => Type.Literal(ground))))

/**
 * What the office does with a citizen's comment at the platform. `remove`: asked → granted by a second person →
 * sending → done; `elect` shows it to the public (精选) or no longer, and needs nobody else. `failed`: the platform
 * did not do it, and why. `refused`: by the second person.
 */
export const Moderation = Type.Object({
  id: Type.String(),
  kind: Type.Union([Type.Literal('remove'), Type.Literal('elect')]),
  /** Id of the comment, and the platform's own. */
  comment: Type.String(),
  native: Type.String(),
  by: Actor,
  at: Instant,
  /** Of `remove`. */
  ground: Type.Optional(RemovalGround),
  text: Type.Optional(Type.String({ maxLength: 2000 })),
  /** Of `elect`. */
  elected: Type.Optional(Type.Boolean()),
  state: Type.Union([
    Type.Literal('asked'),
    Type.Literal('refused'),
    Type.Literal('granted'),
    Type.Literal('sending'),
    Type.Literal('done'),
    Type.Literal('failed')
  ]),
  decided: Type.Optional(
    Type.Object({ by: Actor, at: Instant, reason: Type.Optional(Type.String({ maxLength: 500 })) })
  ),
  /** Counts the claims. */
  attempt: Type.Integer({ minimum: 0 }),
  claim: Type.Optional(Type.Object({ token: Type.String(), at: Instant })),
  /** When the responder handles it next. */
  nextAt: Type.Optional(Instant),
  doneAt: Type.Optional(Instant),
  /** Why it waits, or failed. */
  trouble: Type.Optional(Type.Object({ code: Type.String(), message: Type.String(), at: Instant, why: Trouble }))
})
export type Moderation = Static<typeof Moderation>
