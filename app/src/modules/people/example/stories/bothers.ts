import { job, post, pupil, type Story, teacher } from './story.js'

/** What children told by themselves, and what the adults answered. */
export const BOTHERS: readonly Story[] = [
  {
    id: 'bother-names',
    ago: 150,
    cast: { a: pupil('Dogwood', 4), d: post('dsl'), t: teacher('Dogwood') },
    concern: {
      when: [0, '13:20'],
      channel: 'child',
      by: null,
      words: 'in the building game some people keep calling me baby because i went to bed when it was still light',
      bother: { picked: ['unkind'], forWhom: 'me', wish: 'ask-me-first', name: 'a' },
    },
    acknowledged: { when: [0, '14:05'], by: 'd' },
    conversation: [
      {
        when: [0, '14:30'],
        by: 'd',
        words:
          'Thank you for telling us, {a}. That was not kind, and going to bed is never silly. Would you like {t} to talk with you about it, just the two of you?',
      },
      { when: [1, '08:50'], by: null, words: 'yes please but not in front of everyone' },
      {
        when: [1, '10:15'],
        by: 'd',
        words: 'Of course. {t} will ask you to help carry the library books at morning break, and you can talk then.',
      },
      { when: [3, '15:00'], by: null, words: 'we talked. they said sorry. its ok now' },
    ],
    triage: {
      when: [1, '10:20'],
      by: 'd',
      outcome: 'advised',
      risk: 'conduct',
      subtype: 'online-bullying',
      reason: 'advised',
      words:
        'One evening of teasing in a game. {t} speaks with {a} alone and with the class about being kind in games. No names were given and none are needed.',
    },
  },
  {
    id: 'bother-pop-up',
    ago: 95,
    cast: { d: post('deputy-dsl'), n: post('network-manager') },
    concern: {
      when: [0, '11:10'],
      channel: 'child',
      by: null,
      words: 'a thing came up on the tablet that said i won a prize and it wouldnt go away and it shouted',
      bother: { picked: ['saw-something'], forWhom: 'me', wish: 'just-so-you-know', name: null },
    },
    acknowledged: { when: [0, '11:40'], by: 'd' },
    conversation: [
      {
        when: [0, '12:30'],
        by: 'd',
        words:
          'That must have made you jump. You have not won anything and you have done nothing wrong. We will stop it from coming back. Well done for telling us.',
      },
    ],
    triage: {
      when: [0, '12:35'],
      by: 'd',
      outcome: 'advised',
      risk: 'commerce',
      subtype: 'advertising',
      reason: 'finished',
      words:
        '{n} found the advert in a free drawing app on four tablets and took the app off. The replacement has no adverts.',
    },
  },
  {
    id: 'bother-friend-sad',
    ago: 58,
    cast: { d: post('dsl'), m: job('Learning mentor') },
    concern: {
      when: [0, '12:45'],
      channel: 'child',
      by: null,
      words: 'my friend says nobody likes their videos and now they dont want to come out to play. dont say it was me',
      bother: { picked: ['something-else'], forWhom: 'somebody-else', wish: 'please-help', name: null },
    },
    acknowledged: { when: [0, '13:10'], by: 'd' },
    conversation: [
      {
        when: [0, '13:40'],
        by: 'd',
        words:
          'You are a good friend. We will not say who told us. Can you tell us which class your friend is in? Only if you want to.',
      },
      { when: [2, '09:05'], by: null, words: 'year 5' },
      {
        when: [2, '09:30'],
        by: 'd',
        words:
          'Thank you. A grown-up in Year 5 will look out for children who stay in at playtime. You can write again whenever you like.',
      },
    ],
    triage: {
      when: [2, '09:40'],
      by: 'd',
      outcome: 'advised',
      risk: 'conduct',
      subtype: 'time-online',
      reason: 'advised',
      words:
        '{m} runs a playtime games table in Year 5 from today and watches for a child who stays in. Both Year 5 classes have the lesson about likes and counting this week.',
    },
  },
  {
    id: 'bother-left-out',
    ago: 9,
    cast: { a: pupil('Maple', 7), d: post('dsl') },
    concern: {
      when: [0, '08:55'],
      channel: 'child',
      by: null,
      words: 'they made a new group without me again and they put laughing faces when i ask why',
      bother: { picked: ['unkind'], forWhom: 'me', wish: 'please-help', name: 'a' },
    },
    acknowledged: { when: [0, '09:15'], by: 'd' },
    conversation: [
      {
        when: [0, '10:40'],
        by: 'd',
        words:
          'Thank you for telling us again, {a}. We believe you. I will come and find you today after lunch, and we will plan together what happens next.',
      },
      { when: [1, '08:50'], by: null, words: 'ok. can my mums phone stay out of it' },
      {
        when: [1, '09:20'],
        by: 'd',
        words:
          'We will not look at anybody’s phone. We do need to tell the grown-ups at home how you are, and we can do that together.',
      },
    ],
    triage: {
      when: [0, '10:45'],
      by: 'd',
      outcome: 'linked',
      to: 'left-out-again',
      risk: 'conduct',
      subtype: 'online-bullying',
      words: 'The child’s own account of what the teacher reported the same morning.',
    },
  },
  {
    id: 'bother-asked-address',
    ago: 3,
    cast: { a: pupil('Rowan', 5), d: post('deputy-dsl') },
    concern: {
      when: [0, '14:50'],
      channel: 'child',
      by: null,
      words: 'somebody in the farm game asked what my road is called. i did not say',
      bother: { picked: ['asked-something'], forWhom: 'me', wish: 'just-so-you-know', name: 'a' },
    },
    acknowledged: { when: [1, '08:40'], by: 'd' },
    conversation: [
      {
        when: [1, '09:10'],
        by: 'd',
        words: 'Not saying was exactly right, {a}. Did they ask anything else, or ask you to keep it a secret?',
      },
    ],
  },
  {
    id: 'bother-waiting',
    ago: 4,
    cast: { d: post('dsl') },
    concern: {
      when: [0, '12:20'],
      channel: 'child',
      by: null,
      words: 'a big kid shows us scary stories on a phone on the way home',
      bother: { picked: ['saw-something'], forWhom: 'me', wish: 'ask-me-first', name: null },
    },
    acknowledged: { when: [0, '15:10'], by: 'd' },
  },
  {
    id: 'bother-new',
    ago: 0,
    cast: {},
    concern: {
      when: [0, '15:05'],
      channel: 'child',
      by: null,
      words: 'i clicked on something and now the letters are all green and i am scared i broke it',
      bother: { picked: ['something-else'], forWhom: 'me', wish: 'please-help', name: null },
    },
  },
]
