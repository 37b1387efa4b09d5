import { parent, post, pupil, type Story, teacher } from './story.js'

/**
 * Somebody online asked a child for a picture; none was made or sent. With the police, waiting for their word. Nothing in this
 * story describes a picture, because there is none.
 */
export const ASKED: Story = {
  id: 'asked-for-picture',
  ago: 31,
  cast: { a: pupil('Blackthorn', 12), p: parent('a'), t: teacher('Blackthorn'), d: post('dsl'), e: post('deputy-dsl') },
  concern: {
    when: [0, '09:00'],
    channel: 'staff',
    by: 't',
    words:
      '{a} asked to speak with me alone and said: “Someone in the drawing app wants a picture of me that I do not want to make. I said no. They said they would be cross.” I asked nothing more.',
    happened: 'Last night',
    known: [0, '08:50'],
    platform: 'app-store',
    device: 'own-tablet',
    place: 'home',
    danger: 'yes',
    done: 'Told {a}: you are not in trouble, and I have to tell our safeguarding lead. Walked here with {a}.',
    people: [
      { who: 'a', role: 'harmed' },
      { described: 'A user of the drawing app, not known', role: 'caused-harm' },
    ],
  },
  acknowledged: { when: [0, '09:04'], by: 'd' },
  triage: {
    when: [0, '09:10'],
    by: 'd',
    outcome: 'taken-up',
    risk: 'contact',
    subtype: 'personal-details-asked',
    urgency: 'urgent',
    words: 'A request with a threat. The procedure is opened although nothing was sent.',
  },
  case: {
    procedure: 'shared-image',
    lead: 'd',
    entries: [
      {
        when: [0, '09:30'],
        by: 'd',
        kind: 'childs-words',
        words: '“I did not send anything. I put the tablet under the sofa.”',
      },
      {
        when: [0, '10:30'],
        by: 'd',
        kind: 'decision',
        words: 'Police and children’s social care both.',
        why: 'A threat against a child of ten by somebody who may be an adult.',
      },
      {
        when: [0, '11:15'],
        by: 'd',
        kind: 'fact',
        words: '{p} was told as agreed with the police, and brings the tablet to them unopened.',
      },
      {
        when: [12, '10:00'],
        by: 'd',
        kind: 'fact',
        words:
          'The police have the tablet and write that it will take some weeks. {a} asks every Monday whether they have found the person.',
      },
    ],
    steps: [
      { when: [0, '09:11'], by: 't', step: 'do-not-view' },
      { when: [0, '09:12'], by: 't', step: 'tell-dsl' },
      { when: [0, '09:15'], by: 'd', step: 'immediate-danger', answers: ['no'] },
      {
        when: [0, '09:40'],
        by: 'd',
        step: 'secure-device',
        values: { device: 'The family’s tablet', kept: 'At home under the sofa, switched off; {p} holds it' },
      },
      { when: [0, '09:41'], by: 'd', step: 'on-our-systems', answers: ['no'] },
      {
        when: [0, '10:00'],
        by: 'd',
        step: 'review-meeting',
        values: {
          held: '@0 09:45',
          attended: '{d} and {e}',
          policies: 'Safeguarding policy of this September; national advice on nudes and semi-nudes',
          seen: 'no',
        },
      },
      {
        when: [0, '10:10'],
        by: 'd',
        step: 'review-sharing',
        values: {
          reason: 'Nothing was shared; somebody asked and threatened',
          pressure: 'yes',
          'shared-by': 'Nobody',
          'gone-to': 'Nowhere',
          'pupil-knew': 'no',
          adults: 'not-known',
        },
      },
      {
        when: [0, '10:15'],
        by: 'd',
        step: 'review-children',
        values: {
          impact: '{a} is frightened and relieved to have told',
          vulnerable: 'no',
          consent: 'yes',
          before: 'no',
          facts: 'A close family, and a child who told within a night',
        },
      },
      {
        when: [0, '10:18'],
        by: 'd',
        step: 'review-reach',
        values: { spread: 'no', services: 'A drawing app', needed: 'Who asked; the police find out' },
      },
      { when: [0, '10:20'], by: 'd', step: 'view-or-not', answers: ['no'] },
      {
        when: [0, '10:25'],
        by: 'd',
        step: 'triggers',
        values: {
          adult: 'not-known',
          pressed: 'yes',
          violent: 'no',
          'sexual-acts': 'no',
          'under-13': 'yes',
          harm: 'no',
        },
      },
      { when: [0, '10:30'], by: 'd', step: 'who-must-hear', answers: ['both'] },
      {
        when: [0, '10:40'],
        by: 'd',
        step: 'refer-police',
        values: {
          'told-at': '@0 10:35',
          'spoke-to': 'The officer on duty',
          reference: 'Log 87 of that day',
          advice: 'They take it on; the family brings the tablet',
        },
      },
      {
        when: [0, '10:55'],
        by: 'd',
        step: 'refer-social-care',
        values: {
          'told-at': '@0 10:50',
          'spoke-to': 'The duty social worker',
          reference: 'MH-5520',
          advice: 'No assessment while the police lead; the school supports',
        },
      },
      {
        when: [0, '11:05'],
        by: 'd',
        step: 'agree-plan',
        values: {
          leads: 'The police',
          school: 'See {a} every day; ask nothing about it',
          say: 'That telling was right and that the police are looking',
          device: 'police',
        },
      },
      { when: [0, '11:10'], by: 'd', step: 'take-down', answers: ['no'] },
      { when: [0, '11:12'], by: 'd', step: 'others', answers: ['no'] },
      {
        when: [1, '09:30'],
        by: 'd',
        step: 'risk-assessment',
        values: {
          vulnerable: '{a}: none beyond age',
          checks: 'Social care and police, both yesterday: nothing known',
          plan: 'No app with strangers; {t} and I look in every day',
        },
      },
      { when: [1, '09:35'], by: 'd', step: 'parents', answers: ['told'] },
      {
        when: [1, '10:00'],
        by: 'd',
        step: 'support',
        values: {
          help: '{a}: {t} at registration, me on Mondays',
          wishes: '“That they find out who it was”',
          'look-again': 'Every Monday',
        },
      },
      { when: [1, '10:05'], by: 'd', step: 'behaviour', values: { steps: 'Nothing', effect: 'nothing-done' } },
    ],
    actions: [
      { when: [1, '10:10'], by: 'd', what: 'See {a} on Mondays', owner: 'd', due: [5, '15:20'], done: [5, '09:00'] },
      { when: [12, '10:05'], by: 'd', what: 'Ask the police how it stands', owner: 'd', due: [32, '15:20'] },
    ],
    agencies: [
      {
        when: [0, '10:40'],
        by: 'd',
        agency: 'police',
        words: 'Rang 101; an officer rang back within ten minutes and takes it on.',
        reference: 'Log 87 of that day',
        reply: 'They lead. The family brings the tablet.',
      },
      {
        when: [0, '10:55'],
        by: 'd',
        agency: 'childrens-social-care',
        words: 'Referral by their form and by telephone.',
        reference: 'MH-5520',
        reply: 'No assessment while the police lead; the school supports.',
      },
    ],
    parents: [
      {
        when: [0, '11:15'],
        by: 'd',
        child: 'a',
        state: 'told',
        who: 'p',
        how: 'By telephone, then in person',
        words: 'What {a} said and did, as agreed with the police.',
      },
    ],
  },
}
