namespace Emergent.Data;

public abstract partial class Column
{
    /// <summary>Sets one element from the text in a file (UTF-8), or says that it does not fit.</summary>
    internal abstract bool TrySetFileText(int row, int element, ReadOnlySpan<byte> text);
}
