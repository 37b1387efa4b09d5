/** Words before a surname that belong to it: 'de la Haie', 'van der Haag', 'ap Rhys'. */
export const particles = 'de del della der den da dos du di la le van von bin binti ap ab'.split(' ')
