export type FigureUnit =
  | 'comments'
  | 'cases'
  | 'promises'
  | 'dispatches'
  | 'posts'
  | 'incidents'
  | 'times'
  | 'share'
  | 'ms'
  | 'score'

export type Definition = {
  zh: string
  en: string
  /** What is counted and by which instant; days are those of Asia/Shanghai. */
  definition: { zh: string; en: string }
  unit: FigureUnit
}

const DUE = {
  zh: '按应答时限所在日计入本期；已取消、被取代、并入他单的不计，采集前已超时的另计',
  en: 'counted on the day of their due time; cancelled, superseded and merged ones are left out, those late before we could know are counted apart'
}

/** What is counted one by one, by the instant that its definition names: facts carry these codes. */
export const COUNTED = {
  comments: {
    zh: '评论量',
    en: 'comments',
    unit: 'comments',
    definition: {
      zh: '本单位账号发布内容下由公众发布的评论，按平台记录的发布时间计；含后来被删除的，不含本单位账号的评论',
      en: "citizens' comments under the office's posts by the platform's time of publication; those deleted since count, the office's own do not"
    }
  },
  'own-comments': {
    zh: '本单位公开评论量',
    en: "the office's own comments",
    unit: 'comments',
    definition: {
      zh: '本单位账号在评论区发布的评论与回复，按平台记录的发布时间计',
      en: "comments and replies by the office's own accounts, by the platform's time of publication"
    }
  },
  posts: {
    zh: '发布量',
    en: 'posts',
    unit: 'posts',
    definition: {
      zh: '本单位账号发布的内容，按平台记录的发布时间计；平台不告知发布时间的按首次发现时间计',
      en: "posts of the office's accounts by the platform's time of publication, or by when they were found where it tells none"
    }
  },
  reads: {
    zh: '阅读量',
    en: 'reads',
    unit: 'times',
    definition: {
      zh: '本期发布内容最近一次采集到的阅读（播放）数之和',
      en: 'sum of the reads last seen of the posts of the period'
    }
  },
  likes: {
    zh: '点赞量',
    en: 'likes',
    unit: 'times',
    definition: {
      zh: '本期发布内容最近一次采集到的点赞数之和',
      en: 'sum of the likes last seen of the posts of the period'
    }
  },
  reposts: {
    zh: '转发量',
    en: 'reposts',
    unit: 'times',
    definition: {
      zh: '本期发布内容最近一次采集到的转发数之和',
      en: 'sum of the reposts last seen of the posts of the period'
    }
  },
  cases: {
    zh: '新增诉求',
    en: 'new cases',
    unit: 'cases',
    definition: {
      zh: '本期提出的诉求件（含超过重开期限后视为新件的），按首条评论发布时间计；并入他单的不重复计',
      en: "cases begun in the period by their first comment's time, those that count as new after a late reopening too; merged ones are not counted twice"
    }
  },
  urgent: {
    zh: '紧急诉求',
    en: 'urgent cases',
    unit: 'cases',
    definition: { zh: '新增诉求中现标为紧急的', en: 'new cases that are marked urgent now' }
  },
  reopened: {
    zh: '重开诉求',
    en: 'reopened cases',
    unit: 'cases',
    definition: {
      zh: '本期内在重开期限之内重新提出的诉求，按重新提出时间计，每次计一件',
      en: 'reopenings within the window, by the instant of each'
    }
  },
  closed: {
    zh: '办结诉求',
    en: 'closed cases',
    unit: 'cases',
    definition: {
      zh: '本期办结的诉求，按办结时间计；不予受理、并入他单和原评论被删的不计',
      en: 'cases closed in the period by the instant of closing; dismissed, merged and deleted ones do not count'
    }
  },
  dismissed: {
    zh: '不予受理',
    en: 'dismissed cases',
    unit: 'cases',
    definition: {
      zh: '本期说明理由后不予受理的诉求，按处理时间计',
      en: 'cases dismissed with a reason, by that instant'
    }
  },
  owed: {
    zh: '应回复',
    en: 'replies owed',
    unit: 'promises',
    definition: {
      zh: `应在本期答复的首次回复与后续回复时限，${DUE.zh}；统计时尚未到期且未答复的不计`,
      en: `promises of a first or a later public reply, ${DUE.en}; those neither due nor answered when it was counted are left out`
    }
  },
  answered: {
    zh: '已回复',
    en: 'replies given',
    unit: 'promises',
    definition: {
      zh: '应回复中到统计时点已公开答复的，以平台接受或人工核验的发布时间为准',
      en: 'of the replies owed, those publicly answered by the time it was counted, at the instant the platform took the reply or a person attested'
    }
  },
  'answered-on-time': {
    zh: '按时回复',
    en: 'replies on time',
    unit: 'promises',
    definition: { zh: '应回复中答复时间不晚于时限的', en: 'of the replies owed, those answered not later than due' }
  },
  'answered-late': {
    zh: '超时回复',
    en: 'replies given late',
    unit: 'promises',
    definition: { zh: '应回复中答复时间晚于时限的', en: 'of the replies owed, those answered later than due' }
  },
  unanswered: {
    zh: '超时未复',
    en: 'replies still missing',
    unit: 'promises',
    definition: {
      zh: '应回复中时限已过、到统计时点仍未答复的',
      en: 'of the replies owed, those due and not answered when it was counted'
    }
  },
  'late-before-known': {
    zh: '采集前已超时',
    en: 'late before known',
    unit: 'promises',
    definition: {
      zh: '因采集中断等原因，获知时已过时限的首次与后续回复；不计入应回复与按时率',
      en: 'promises that were over before the house could know of them; left out of replies owed and of every rate'
    }
  },
  'reply-time': {
    zh: '首次回复用时',
    en: 'time to the first reply',
    unit: 'ms',
    definition: {
      zh: '已回复的首次回复中，从时限起算到公开答复的自然时间之和',
      en: 'sum of the natural time from the start of the promise to the public answer, over first replies given'
    }
  },
  'first-owed': {
    zh: '应首次回复',
    en: 'first replies owed',
    unit: 'promises',
    definition: {
      zh: '应回复中的首次回复',
      en: 'of the replies owed, the first of each case'
    }
  },
  'answered-24h': {
    zh: '24小时内首次回复',
    en: 'first replies within 24 hours',
    unit: 'promises',
    definition: {
      zh: '应首次回复中，从时限起算到公开答复的自然时间不超过24小时的，不论时限长短',
      en: 'of the first replies owed, those given within 24 hours of natural time from the start of the promise, whatever it was'
    }
  },
  'urgent-owed': {
    zh: '紧急应首次回复',
    en: 'urgent first replies owed',
    unit: 'promises',
    definition: {
      zh: '应首次回复中按紧急时限计时的',
      en: 'of the first replies owed, those with the time limit of urgent ones'
    }
  },
  'answered-1h': {
    zh: '1小时内紧急首次回复',
    en: 'urgent first replies within 1 hour',
    unit: 'promises',
    definition: {
      zh: '紧急应首次回复中，从时限起算到公开答复的自然时间不超过1小时的',
      en: 'of the urgent first replies owed, those given within 1 hour of natural time from the start of the promise'
    }
  },
  'close-owed': {
    zh: '应办结',
    en: 'results owed',
    unit: 'promises',
    definition: { zh: `应在本期办结的诉求，${DUE.zh}`, en: `promises of a result, ${DUE.en}` }
  },
  'closed-on-time': {
    zh: '按时办结',
    en: 'results on time',
    unit: 'promises',
    definition: { zh: '应办结中办结时间不晚于时限的', en: 'of the results owed, those given not later than due' }
  },
  dispatches: {
    zh: '派单',
    en: 'dispatches',
    unit: 'dispatches',
    definition: { zh: '本期派往承办单位的工单，按派出时间计', en: 'dispatches to departments, by when they were sent' }
  },
  bounced: {
    zh: '退单',
    en: 'dispatches sent back',
    unit: 'dispatches',
    definition: {
      zh: '本期被承办单位退回的派单，按退单时间计',
      en: 'dispatches that departments sent back, by that instant'
    }
  },
  'sign-owed': {
    zh: '应签收',
    en: 'signatures owed',
    unit: 'dispatches',
    definition: { zh: `应在本期签收的派单，${DUE.zh}`, en: `dispatches to be signed for, ${DUE.en}` }
  },
  'signed-on-time': {
    zh: '按时签收',
    en: 'signed on time',
    unit: 'dispatches',
    definition: { zh: '应签收中签收时间不晚于时限的', en: 'of the signatures owed, those given not later than due' }
  },
  'handle-owed': {
    zh: '应反馈',
    en: 'department results owed',
    unit: 'dispatches',
    definition: { zh: `应在本期反馈结果的派单，${DUE.zh}`, en: `dispatches whose result is due, ${DUE.en}` }
  },
  handled: {
    zh: '已反馈',
    en: 'department results given',
    unit: 'dispatches',
    definition: {
      zh: '应反馈中到统计时点已反馈结果的，不论是否按时',
      en: 'of the department results owed, those given by the time it was counted, on time or late'
    }
  },
  'handled-on-time': {
    zh: '按时反馈',
    en: 'department results on time',
    unit: 'dispatches',
    definition: {
      zh: '应反馈中反馈时间不晚于时限的',
      en: 'of the department results owed, those given not later than due'
    }
  },
  rated: {
    zh: '满意度评价',
    en: 'ratings',
    unit: 'times',
    definition: { zh: '本期登记的满意度评价，按登记时间计', en: 'ratings by citizens, by when they were entered' }
  },
  rating: {
    zh: '满意度评分合计',
    en: 'sum of ratings',
    unit: 'score',
    definition: { zh: '本期登记的满意度评分（1至5分）之和', en: 'sum of the ratings (1 to 5) entered in the period' }
  },
  incidents: {
    zh: '舆情事件',
    en: 'incidents',
    unit: 'incidents',
    definition: {
      zh: '本期发现的舆情事件，按立案时间计；判定为误报的不计',
      en: 'incidents by when they were opened; false alarms do not count'
    }
  },
  'incidents-closed': {
    zh: '办结舆情事件',
    en: 'incidents closed',
    unit: 'incidents',
    definition: { zh: '本期办结的舆情事件，按办结时间计', en: 'incidents closed, by that instant' }
  },
  'false-alarms': {
    zh: '误报',
    en: 'false alarms',
    unit: 'incidents',
    definition: { zh: '本期立案、后判定为误报的事件', en: 'incidents opened in the period and judged false alarms' }
  },
  'incident-comments': {
    zh: '事件相关评论',
    en: 'comments of an incident',
    unit: 'comments',
    definition: {
      zh: '归入该事件的评论数，到统计时点为止',
      en: 'comments that belong to the incident by the time it was counted'
    }
  },
  'incident-steps': {
    zh: '处置事项',
    en: 'steps of an incident',
    unit: 'times',
    definition: {
      zh: '该事件处置清单中的事项数，到统计时点为止',
      en: "items of the incident's checklist when it was counted"
    }
  },
  'incident-steps-done': {
    zh: '已完成处置事项',
    en: 'steps done',
    unit: 'times',
    definition: {
      zh: '该事件处置清单中已完成的事项数，到统计时点为止',
      en: "items of the incident's checklist that were done when it was counted"
    }
  },
  'topic-comments': {
    zh: '话题评论量',
    en: 'comments of a topic',
    unit: 'comments',
    definition: {
      zh: '本期咨询、建议、投诉类公众评论中文字含有该话题短语的条数',
      en: "citizens' inquiries, suggestions and complaints of the period whose text holds the phrase of the topic"
    }
  },
  'minimum-sample': {
    zh: '最低样本量',
    en: 'minimum sample',
    unit: 'times',
    definition: {
      zh: '低于此数不计算比例、中位数和平均数（报告计划中设置）',
      en: 'with fewer no share, median or mean is told (set in the report plan)'
    }
  }
} as const satisfies Record<string, Definition>
