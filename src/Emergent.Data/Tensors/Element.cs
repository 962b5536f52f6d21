namespace Emergent.Data;

/// <summary>What is known of an element type where only the program's run tells which it is.</summary>
internal abstract class Element
{
    /// <summary>The type.</summary>
    public abstract Type Type { get; }

    /// <summary>The type's name as C# writes it.</summary>
    public abstract string Name { get; }

    /// <summary>The type's other names: emergent's and numpy's.</summary>
    public abstract IReadOnlyList<string> OtherNames { get; }

    /// <summary>The letter before a column's name in a file.</summary>
    public abstract char Code { get; }

    /// <summary>What kind of value it is, as numpy names it: b bool, i whole number, u whole number from 0 on, f fraction, U text.</summary>
    public abstract char Kind { get; }

    /// <summary>The bytes that a value takes; 0 where values differ in length.</summary>
    public abstract int Size { get; }

    /// <summary>What a cell of this type may hold, as an error message says it.</summary>
    public abstract string Rule { get; }

    /// <summary>Whether values are numbers without fractions.</summary>
    public bool IsWhole => Kind is 'i' or 'u';

    public abstract Tensor NewTensor(Shape shape, StorageOrder order);

    public abstract Column AddColumn(Table table, string name, Shape? cellShape);
}
