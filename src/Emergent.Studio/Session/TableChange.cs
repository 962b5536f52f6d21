namespace Emergent.Studio;

/// <summary>How a table that is shown differs from what it was.</summary>
/// <param name="BeginsAnew">Whether pages must forget what they have: it has other columns, or no rows any more.</param>
/// <param name="FirstRow">Else the first row that they must be told again.</param>
internal readonly record struct TableChange(bool BeginsAnew, int FirstRow);
