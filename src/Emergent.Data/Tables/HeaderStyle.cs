namespace Emergent.Data;

/// <summary>What the first line of a table's file says of the columns.</summary>
public enum HeaderStyle
{
    /// <summary>emergent's: a letter for the type before each name, and the shapes of tensor columns, so that the same table is read back.</summary>
    Typed,

    /// <summary>Names alone, for other programs; the elements of tensor columns are numbered: <c>Input_0_1</c>.</summary>
    Plain,
}
