import { parent, post, pupil, type Story, teacher } from './story.js'

/** Something came through the filter in a lesson, and the gap was closed: the whole procedure. */
export const FILTER: Story = {
  id: 'game-mirror',
  ago: 288,
  cast: {
    a: pupil('Damson', 6),
    p: parent('a'),
    t: teacher('Damson'),
    d: post('dsl'),
    n: post('network-manager'),
    c: post('computing-lead'),
  },
  concern: {
    when: [0, '11:05'],
    channel: 'staff',
    by: 't',
    words:
      'In the research lesson {a} searched for “castle siege” and the third result opened a war game for adults, with a cartoon battle that had too much in it for anybody of this age. {a} said, “I don’t think I am meant to see this,” and turned the laptop round.',
    happened: 'Today, at about twenty to eleven',
    known: [0, '10:40'],
    platform: 'game',
    device: 'school-laptop',
    place: 'in-lesson',
    address: 'siege-games-mirror.example',
    done: 'Half-closed the laptop, thanked {a}, went on with books.',
    people: [{ who: 'a', role: 'saw' }],
  },
  acknowledged: { when: [0, '11:10'], by: 'd' },
  triage: {
    when: [0, '11:15'],
    by: 'd',
    outcome: 'taken-up',
    risk: 'content',
    subtype: 'too-old-for-age',
    words: 'A page that the filter should have stopped.',
  },
  case: {
    procedure: 'filtering-breach',
    lead: 'd',
    entries: [
      {
        when: [0, '12:40'],
        by: 'd',
        kind: 'childs-words',
        words: '“It was loud and there were people falling. I knew to turn it round because we did that in assembly.”',
      },
      {
        when: [0, '14:10'],
        by: 'n',
        kind: 'fact',
        words: 'The address copies a blocked site and is two days old. It was not yet on the supplier’s list.',
      },
      {
        when: [1, '09:00'],
        by: 'd',
        kind: 'decision',
        words: 'No worry about the child beyond today.',
        why: '{a} found it by accident, told at once, and is proud of it.',
      },
    ],
    steps: [
      { when: [0, '11:16'], by: 't', step: 'screen-away' },
      { when: [0, '11:17'], by: 't', step: 'tell' },
      {
        when: [0, '11:30'],
        by: 't',
        step: 'what-happened',
        values: {
          when: '@0 10:40',
          'handed-on': '@0 10:48',
          address: 'siege-games-mirror.example',
          device: 'Class laptop 14, signed in as {a}',
          users: 'Pupils of Years 3 to 6',
          content: 'Cartoon battle for adults',
          how: 'accident',
          action: 'Lesson went on with books; {a} thanked',
        },
      },
      { when: [0, '11:35'], by: 'd', step: 'may-be-illegal', answers: ['no'] },
      {
        when: [0, '12:05'],
        by: 'n',
        step: 'supplier',
        values: {
          'told-at': '@0 12:00',
          'spoke-to': 'Their duty desk',
          reference: 'FP-20931',
          advice: 'Added to the list for all customers by tomorrow',
        },
      },
      {
        when: [0, '13:20'],
        by: 'n',
        step: 'list-fixed',
        values: {
          change: 'Address and its family of copies added to the blocked list, all profiles',
          when: '@0 13:10',
          others: 'Two more copies found and blocked',
        },
      },
      {
        when: [0, '13:45'],
        by: 'n',
        step: 'tested',
        values: { by: '{c}', when: '@0 13:40', where: 'Class laptop 15, profile of Year 5', result: 'blocked' },
      },
      {
        when: [1, '09:05'],
        by: 'd',
        step: 'escalate',
        answers: ['no'],
        reason: 'An accident, told at once; the child is well',
      },
      { when: [1, '09:06'], by: 'd', step: 'child-involved', answers: ['yes'] },
      { when: [1, '10:30'], by: 't', step: 'answer-child' },
      { when: [1, '15:45'], by: 'd', step: 'parents', answers: ['told'] },
      {
        when: [4, '10:00'],
        by: 'd',
        step: 'lessons',
        values: {
          change:
            'New copies of blocked sites are looked for every Monday; “turn it round” stays in the September assembly',
        },
      },
      { when: [4, '10:05'], by: 'd', step: 'close' },
    ],
    actions: [
      {
        when: [1, '09:10'],
        by: 'd',
        what: 'Look for new copies of blocked sites every Monday',
        owner: 'n',
        due: [5, '15:20'],
        done: [3, '09:20'],
      },
    ],
    agencies: [
      {
        when: [0, '12:05'],
        by: 'n',
        agency: 'filtering-provider',
        words: 'Address and profile reported by their form.',
        reference: 'FP-20931',
        reply: 'Added to the list for all customers the next morning.',
      },
    ],
    parents: [
      {
        when: [1, '15:40'],
        by: 'd',
        child: 'a',
        state: 'told',
        who: 'p',
        how: 'In person',
        words: 'What {a} met, what {a} did so well, and what was mended.',
      },
    ],
    closed: { when: [4, '10:05'], by: 'd', reason: 'finished', words: 'Gap closed and tested, child and family told.' },
  },
}
