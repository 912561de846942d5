import type { Saying } from './words.ts'

/** Of messages that could not be understood at the door. */
export const PARKED_WORDS = {
  'parked.summary': ['已列出 {count} 条，{waiting} 条没有重放', '{count} listed, {waiting} not replayed'],
  'parked.summary-none': ['没有搁置的消息', 'Nothing is parked'],
  'parked.failed': ['搁置的消息没有载入', 'The parked messages did not load'],
  'parked.none': ['没有搁置的消息', 'Nothing is parked'],
  'parked.none-hint': [
    '收到的消息都读懂了。读不懂的会原样留在这里，不会丢。',
    'All that came was understood. What is not is kept here as it came, and not lost.'
  ],
  'parked.all-replayed': ['都重放过了', 'All were replayed'],
  'parked.all-replayed-hint': ['勾选“含已重放的”可以再看。', 'Tick “With those replayed” to see them again.'],
  'parked.with-replayed': ['含已重放的', 'With those replayed'],
  'parked.replay': ['重放', 'Replay'],
  'parked.replay-of': ['重放 {topic} 的消息', 'Replay a message of {topic}'],
  'parked.replay-all': ['重放列出的 {count} 条', 'Replay the {count} listed'],
  'parked.stop': ['停下', 'Stop'],
  'parked.replaying': ['正在重放：{done} / {of}', 'Replaying: {done} of {of}'],
  'parked.progress': ['重放进度', 'Progress'],
  'parked.outcome': ['重放了 {done} 条', '{done} replayed'],
  'parked.outcome-some': ['重放了 {done} 条，{failed} 条不成：{why}', '{done} replayed, {failed} not: {why}'],
  'parked.replayed': ['{at} 已重放', 'Replayed {at}'],
  'parked.replayed-hint': [
    '已放回队列。还是读不懂的话仍留在这里，不会再列一次。',
    'It is back on its topic. If it is still not understood it stays here, and is not listed twice.'
  ],
  'parked.cut': ['太长，只留了开头', 'Too long: only its beginning is kept'],
  'parked.topic': ['来自', 'From'],
  'parked.topic.comments': ['采集到的留言', 'comments collected'],
  'parked.topic.classified': ['研判后的留言', 'comments judged'],
  'parked.topic.events': ['工单变动', 'what happened to tickets'],
  'parked.topic.poll': ['{platform}的返回', 'what {platform} answered'],
  'parked.met': ['收到时间', 'Met'],
  'parked.reason': ['原因', 'Reason'],
  'parked.means': ['怎么回事', 'What it means'],
  'parked.do': ['怎么办', 'What to do'],
  'parked.raw': ['原文', 'As it came'],
  'parked.masked': ['个人信息已遮盖。', 'Personal data is masked.'],
  'parked.back': ['返回列表', 'Back to the list'],
  'parked.gone': ['列表里没有这一条', 'It is not in the list'],
  'parked.gone-hint': ['请从列表中选择。', 'Choose one from the list.'],
  'parked.kind.shape': ['格式不符', 'Not of the right form'],
  'parked.kind.json': ['不是完整的消息', 'Not a whole message'],
  'parked.kind.platform': ['平台返回读不懂', 'Platform answer not understood'],
  'parked.kind.classify': ['研判出错', 'Could not be judged'],
  'parked.kind.store': ['存储拒收', 'Refused by the store'],
  'parked.kind.other': ['没有读懂', 'Not understood'],
  'parked.means.shape': [
    '消息里有一处和约定的格式不一样，通常是写入它的程序版本不同。',
    'Something in it is not as agreed; mostly it was written by a program of another version.'
  ],
  'parked.means.json': ['消息残缺，或不是系统写的。', 'It is incomplete, or was not written by this system.'],
  'parked.means.platform': [
    '平台返回的一条留言读不懂，多半是平台改了接口。其他留言照常收。',
    'One comment that the platform gave is not understood; it has probably changed its interface. Others are collected as usual.'
  ],
  'parked.means.classify': [
    '研判这条留言时出了错，其他留言不受影响。',
    'Judging this comment failed; others are not affected.'
  ],
  'parked.means.store': [
    '研判之后写不进存储，所以没有生成工单。',
    'The store did not take it, so there is no ticket of it.'
  ],
  'parked.means.other': ['读的时候出了错。', 'Reading it failed.'],
  'parked.do.shape': [
    '先把各处升级到同一版本，再重放。原样再来还会搁置。',
    'Bring all parts to the same version first, then replay it.'
  ],
  'parked.do.json': [
    '查明是谁写入的；残缺的消息重放也读不懂，可以不管。',
    'Find out who wrote it; an incomplete one is not understood again, and can be left.'
  ],
  'parked.do.platform': [
    '这一类不能重放：升级后会从平台重新读到。着急的话，到平台查看并手工添加。',
    'These cannot be replayed: after an upgrade they are read again from the platform. If it matters now, look there and add it by hand.'
  ],
  'parked.do.classify': [
    '看“系统”里研判服务是否正常，然后重放：会重新研判并生成工单。',
    'See that the classifier is well, then replay it: it is judged again and its ticket opened.'
  ],
  'parked.do.store': [
    '看磁盘和存储是否正常，然后重放：会补上工单。',
    'See that disk and store are well, then replay it: its ticket is made up for.'
  ],
  'parked.do.other': ['按原因处理后重放。', 'Mend what the reason names, then replay it.'],
  'parked.do.cut': ['只留了开头，不能重放。', 'Only its beginning is kept: it cannot be replayed.'],
  'parked.still': [
    '还是读不懂，原样留在这里。先按“怎么办”处理。',
    'It is still not understood, and stays as it was. Do first what is said under “What to do”.'
  ],
  'parked.read-only': ['您的岗位只能查看，不能重放。', 'Your role may look, not replay.']
} as const satisfies Record<string, Saying>
