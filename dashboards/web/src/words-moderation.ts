import type { Moderation, RemovalGround } from '@huiyin/schemas/moderation.ts'

type Needed = `moderation.${Moderation['kind']}` | `moderation.state.${Moderation['state']}` | `ground.${RemovalGround}`

/** What the office has a platform do with citizens' comments, and a reply that takes another's place; Chinese, English. */
export const MODERATION_WORDS = {
  'moderation.remove': ['删除评论', 'Removal of a comment'],
  'moderation.elect': ['精选评论', 'Elected comment'],
  'moderation.unelect': ['取消精选', 'No longer elected'],
  'moderation.state.asked': ['待审批', 'To be decided'],
  'moderation.state.refused': ['{who} 不同意', 'refused by {who}'],
  'moderation.state.granted': ['等待平台处理', 'Waiting for the platform'],
  'moderation.state.sending': ['正在请平台处理', 'The platform is asked'],
  'moderation.state.done': ['平台已处理', 'Done by the platform'],
  'moderation.state.failed': ['平台没有处理', 'Not done'],
  'moderation.by': ['{who} 申请于 {at}', '{who}, {at}'],
  'moderation.elected-by': ['{who}，{at}', '{who}, {at}'],
  'moderation.granted-by': ['{who} 同意', 'granted by {who}'],
  'moderation.refused-why': ['{who}：{reason}', '{who}: {reason}'],
  'moderation.ground': ['法律依据', 'Legal ground'],
  'ground.constitution': ['反对宪法确定的基本原则', 'Against the basic principles of the constitution'],
  'ground.state-security': ['危害国家安全、泄露国家秘密', 'Endangers national security, or tells state secrets'],
  'ground.national-honour': ['损害国家荣誉和利益', 'Harms the honour and interests of the nation'],
  'ground.heroes-and-martyrs': ['歪曲、丑化、亵渎、否定英雄烈士', 'Defames heroes and martyrs'],
  'ground.terrorism': ['宣扬恐怖主义、极端主义', 'Spreads terrorism or extremism'],
  'ground.ethnic-hatred': ['煽动民族仇恨、民族歧视', 'Incites ethnic hatred or discrimination'],
  'ground.cults': ['宣扬邪教和封建迷信', 'Spreads cults and superstition'],
  'ground.rumour': ['散布谣言，扰乱经济和社会秩序', 'Spreads rumours that disturb public order'],
  'ground.obscenity-or-violence': [
    '散布淫秽、色情、赌博、暴力、凶杀、恐怖或者教唆犯罪',
    'Obscenity, gambling, violence, or instigation of crime'
  ],
  'ground.insult-or-privacy': [
    '侮辱、诽谤他人，侵害名誉、隐私等合法权益',
    'Insults or slanders others, or infringes their privacy'
  ],
  'ground.other-law': ['法律、行政法规禁止的其他内容', 'Forbidden by another law, which the text names'],
  'moderation.gone': ['（评论不在本单中）', '(not in this conversation)'],
  'moderation.elected': ['已精选', 'Elected'],
  'moderation.pending': ['精选处理中', 'Being elected'],
  'act.elect': ['设为精选', 'Elect'],
  'act.unelect': ['取消精选', 'Undo electing'],
  'act.remove': ['申请删除评论', 'Ask to remove it'],
  'act.remove-title': ['申请删除这条评论', 'Ask to remove this comment'],
  'act.remove-hint': [
    '只有法律禁止的内容才能删除，批评意见不能删；由负责人中的另一人批准。',
    'Only what the law forbids; criticism stays. A head who is another person decides.'
  ],
  'act.remove-grant': ['同意删除', 'Grant'],
  'act.remove-refuse': ['不同意', 'Refuse'],
  'act.remove-refuse-title': ['为什么不同意删除？', 'Why does it stay?'],
  'remove.text': ['哪些内容、违反哪条', 'What in it is against which law'],
  'remove.comment': ['评论', 'The comment'],

  'replace.title': ['发出后会替换现有的回复', 'It will take the place of the reply that stands'],
  'replace.hint': [
    '平台在一条评论下只留一条回复：新回复发出后，下面这条就看不到了。请写成完整的答复。',
    'The platform shows one reply under a comment: the one below goes when this is sent. Write a whole answer.'
  ],
  'replace.now': ['现在显示', 'Stands now'],
  'replace.then': ['发出后显示', 'Will stand'],
  'replace.empty': ['（还没有写）', '(not written yet)'],
  'replace.by': ['会替换现有的回复：', 'Takes the place of: '],
  'replace.did': ['替换了先前的回复：', 'Took the place of: '],

  'trouble.said': ['平台答复：{message}（{code}）', 'The platform said: {message} ({code})'],
  'trouble.until': ['{at} 自动再试', 'tried again {at}'],

  'comment.picture': ['看截图', 'Screenshot']
} as const satisfies Record<Needed, readonly [zh: string, en: string]> &
  Record<string, readonly [zh: string, en: string]>
