namespace Emergent.Data;

/// <summary>What stands between two cells of a line in a table's file.</summary>
public enum Delimiter
{
    /// <summary>When reading, whichever the header uses; when writing, the one that the file's extension asks for (.csv a comma, otherwise a tab).</summary>
    Detect,

    /// <summary>A tab.</summary>
    Tab,

    /// <summary>A comma.</summary>
    Comma,

    /// <summary>A space.</summary>
    Space,
}
