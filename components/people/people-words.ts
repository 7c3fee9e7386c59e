export const peopleWords = (members: number): string =>
  members === 1 ? '1 member' : `${members} members`;
