namespace Emergent.Data;

/// <summary>In which order the elements of a tensor lie in memory; indices and results are the same in either.</summary>
public enum StorageOrder
{
    /// <summary>The innermost dimension's neighbours lie side by side, as in C, C# and numpy's default.</summary>
    RowMajor,

    /// <summary>The outermost dimension's neighbours lie side by side, as in Fortran, MATLAB and R.</summary>
    ColumnMajor,
}
