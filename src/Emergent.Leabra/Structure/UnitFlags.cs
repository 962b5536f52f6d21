namespace Emergent.Leabra;

/// <summary>What external input a unit has, and whether it takes part at all.</summary>
[Flags]
internal enum UnitFlags : byte
{
    None = 0,

    /// <summary>Lesioned: the unit's state stands still.</summary>
    Off = 1,

    /// <summary>Driven by Ext.</summary>
    HasExt = 2,

    /// <summary>Driven by Targ in the plus phase.</summary>
    HasTarg = 4,

    /// <summary>Compared with Targ, not driven by it.</summary>
    HasCmpr = 8,
}
